import { main } from "../src/cli/main.js";

/** The program from its sources, for working on it: `npx tsx scripts/anjuan.ts audit fixtures/demo`. */
process.exitCode = await main(process.argv.slice(2));
