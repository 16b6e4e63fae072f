import { readdirSync, statSync } from "node:fs";

/** Options that take several values and so swallow a path that follows them. */
export interface Tangled {
  paths: readonly string[];
  rules?: string[];
  benchmarks?: string[];
  only?: string[];
  skip?: string[];
}

const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
};

const exists = (path: string): boolean => {
  try {
    statSync(path);
    return true;
  } catch {
    return false;
  }
};

const isYaml = (name: string): boolean => /\.ya?ml$/i.test(name);

const holdsRules = (path: string): boolean =>
  isYaml(path) ||
  (isFolder(path) &&
    readdirSync(path, { recursive: true, encoding: "utf8" }).some((name) => isYaml(name)));

/** The last values of an option, from the first that cannot be one of its own. */
const split = (
  values: readonly string[] | undefined,
  isPath: (value: string) => boolean,
): [own: string[], paths: string[]] => {
  if (!values) return [[], []];
  const at = values.findIndex((value, i) => i > 0 && isPath(value));
  return at < 0 ? [[...values], []] : [values.slice(0, at), values.slice(at)];
};

/**
 * `audit --only 'publicity/*' folder` means the folder, although `--only` takes several values. Where no
 * path was given elsewhere, values behind the first that can only be a path are the paths.
 */
export const untanglePaths = <T extends Tangled>(request: T): T => {
  if (request.paths.length > 0) return request;
  const [rules, afterRules] = split(request.rules, (value) => !holdsRules(value));
  const [benchmarks, afterBenchmarks] = split(request.benchmarks, isFolder);
  const [only, afterOnly] = split(request.only, exists);
  const [skip, afterSkip] = split(request.skip, exists);
  return {
    ...request,
    paths: [...afterRules, ...afterBenchmarks, ...afterOnly, ...afterSkip],
    ...(request.rules && { rules }),
    ...(request.benchmarks && { benchmarks }),
    ...(request.only && { only }),
    ...(request.skip && { skip }),
  };
};
