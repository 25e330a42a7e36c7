/** Server-sent events of a fetched body (EventSource can't send a question in a POST). */

/** @param {ReadableStream<Uint8Array>} body
 * @returns {AsyncGenerator<{ name: string, data: any, id?: string }>} data is parsed from JSON */
export async function* readEvents(body) {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
    const blocks = rest.split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const event = parseEvent(block);
      if (event) yield event;
    }
    if (done) return;
  }
}

function parseEvent(block) {
  let name = "message";
  let id;
  const data = [];
  for (const line of block.split("\n")) {
    if (line.startsWith("event:")) name = line.slice(6).trim();
    else if (line.startsWith("id:")) id = line.slice(3).trim();
    else if (line.startsWith("data:")) data.push(line.slice(5).replace(/^ /, ""));
  }
  if (data.length === 0) return undefined;
  return { name, data: JSON.parse(data.join("\n")), ...(id === undefined ? {} : { id }) };
}
