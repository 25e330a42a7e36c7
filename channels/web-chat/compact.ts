/** Scripts and styles without what only their readers need: lines of comment, indentation, empty lines. Line by line, so
 *  that nothing inside a line is touched; no text of theirs may span lines (a test compares them token by token). */
export function compact(text: string): string {
  const kept: string[] = [];
  let isInComment = false;
  for (const line of text.split("\n").map((one) => one.trim())) {
    const begins = !isInComment && line.startsWith("/*");
    if (isInComment || begins) {
      const end = line.indexOf("*/");
      isInComment = end === -1;
      // Code behind a comment stays with it.
      if (begins && end !== -1 && end + 2 < line.length) kept.push(line);
    } else if (line !== "" && !line.startsWith("//")) kept.push(line);
  }
  return `${kept.join("\n")}\n`;
}
