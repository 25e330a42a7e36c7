/** Reads a container file as far as ours goes: one instruction a line, "\" goes on. */

export interface Instruction {
  name: string;
  /** Without the name; options such as "--from=build" are kept. */
  text: string;
}

export interface Stage {
  /** "build" of "FROM … AS build". */
  name: string;
  image: string;
  instructions: Instruction[];
}

export function readContainerfile(text: string): Stage[] {
  const lines = text
    .split("\n")
    .filter((line) => !/^\s*(#|$)/.test(line))
    .join("\n")
    .replaceAll(/\s*\\\n\s*/g, " ")
    .split("\n");
  const stages: Stage[] = [];
  for (const line of lines) {
    const [, name = "", rest = ""] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    if (name === "FROM") {
      const [, image = "", stage = ""] = /^(\S+)(?: AS (\S+))?$/.exec(rest) ?? [];
      stages.push({ name: stage, image, instructions: [] });
    } else if (name !== "") stages.at(-1)!.instructions.push({ name, text: rest });
    else throw new Error(`not an instruction: ${line}`);
  }
  return stages;
}

export const textsOf = (stage: Stage, name: string): string[] =>
  stage.instructions.filter((row) => row.name === name).map(({ text }) => text);

/** "NODE_ENV=production PORT=3000" */
export const environmentOf = (stage: Stage): Record<string, string> =>
  Object.fromEntries(
    textsOf(stage, "ENV").flatMap((text) =>
      text.split(" ").map((pair) => pair.split("=") as [string, string]),
    ),
  );

/** Of `CMD ["node", …]`, also behind the options of HEALTHCHECK. */
export const commandOf = (text: string): string[] => JSON.parse(text.slice(text.indexOf("["))) as string[];
