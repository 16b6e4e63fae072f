import tseslint from "typescript-eslint";

/**
 * The rooms of the house (ARCHITECTURE.md) and what each may import of ours.
 * An import that is not listed here is an error.
 */
const rooms = {
  values: [],
  messages: [],
  model: ["values"],
  read: ["values", "model"],
  recognise: ["values", "model"],
  assemble: ["values", "model", "recognise"],
  rules: ["values", "model"],
  judge: ["values", "model", "rules", "messages"],
  report: ["values", "model", "messages"],
};

/** Rooms that take values and give values: no files, no console, no process, no clock. */
const pureRooms = ["values", "messages", "model", "recognise", "assemble", "judge"];

const all = [...Object.keys(rooms), "cli"];

const nodeIo = ["node:fs", "node:fs/promises", "node:path", "node:os", "node:process"];
const network = ["http", "https", "net", "tls", "dgram", "dns", "http2", "node:inspector"].flatMap(
  (name) => [name, `node:${name}`],
);

const bordersOf = (room, allowed) => ({
  files: [`src/${room}/**/*.ts`],
  ignores: ["**/*.test.ts", "**/*.fixture.ts"],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        paths: [
          ...network.map((name) => ({ name, message: "The program never uses the network." })),
          ...(pureRooms.includes(room)
            ? nodeIo.map((name) => ({
                name,
                message: `src/${room} takes values and gives values.`,
              }))
            : []),
        ],
        patterns: all
          .filter((other) => other !== room && !allowed.includes(other))
          .map((other) => ({
            group: [`**/${other}/**`],
            message: `src/${room} may not import src/${other} (see ARCHITECTURE.md).`,
          })),
      },
    ],
  },
});

export default tseslint.config(
  { ignores: ["dist", "node_modules", "fixtures"] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["eslint.config.js", "bin/anjuan.js"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      eqeqeq: "error",
      "no-console": "error",
    },
  },
  ...Object.entries(rooms).map(([room, allowed]) => bordersOf(room, allowed)),
  bordersOf("cli", all),
  {
    files: pureRooms.map((room) => `src/${room}/**/*.ts`),
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-globals": ["error", "process", "console", "fetch", "setTimeout"],
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: "The day of the audit is a parameter." },
        { object: "Math", property: "random", message: "The same input gives the same output." },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: "The day of the audit is a parameter.",
        },
      ],
    },
  },
  {
    files: ["**/*.test.ts", "**/*.fixture.ts"],
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
  {
    files: ["**/*.js"],
    ...tseslint.configs.disableTypeChecked,
  },
  { files: ["scripts/**", "src/cli/**/*.ts"], rules: { "no-console": "off" } },
);
