/** What a browser keeps for a page, record by record, whatever it refuses. */

/** Values as JSON under keys that begin with the prefix. What the browser refuses to keep lives as long as the page.
 *  @param {"sessionStorage" | "localStorage"} storageName @param {string} prefix @param {() => void} onRefused */
export function createRecords(storageName, prefix, onRefused) {
  const storage = attempt(() => window[storageName]);
  /** Throws where the browser gives none: what it would hold is unkept. */
  const present = () => {
    if (!storage) throw new Error("no storage");
    return storage;
  };
  /** Undefined as a value: the browser still has what was removed.
   *  @type {Map<string, unknown>} */
  const unkept = new Map();
  /** By key, what was read: answers are large.
   *  @type {Map<string, { raw: string, value: unknown }>} */
  const parsed = new Map();

  /** @param {string} key @returns {unknown} */
  function get(key) {
    if (unkept.has(key)) return unkept.get(key);
    // The name alone was the key of a single record once.
    const raw = attempt(() => storage?.getItem(key === "" ? prefix.slice(0, -1) : prefix + key));
    if (raw === undefined || raw === null) return undefined;
    const known = parsed.get(key);
    if (known?.raw === raw) return known.value;
    const value = attempt(() => JSON.parse(raw)) ?? undefined;
    parsed.set(key, { raw, value });
    return value;
  }

  function keys() {
    const found = (attempt(() => Object.keys(storage ?? {})) ?? [])
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length));
    return [...new Set([...found, ...unkept.keys()])].filter((key) => get(key) !== undefined);
  }

  return {
    get,
    keys,
    /** @param {string} start */
    list: (start) => keys().flatMap((key) => (key.startsWith(start) ? [get(key)] : [])),
    /** @param {string} key @param {unknown} value */
    set(key, value) {
      try {
        present().setItem(prefix + key, JSON.stringify(value));
        unkept.delete(key);
      } catch {
        unkept.set(key, value);
        onRefused();
      }
    },
    /** @param {string} key */
    remove(key) {
      parsed.delete(key);
      unkept.delete(key);
      try {
        present().removeItem(key === "" ? prefix.slice(0, -1) : prefix + key);
      } catch {
        unkept.set(key, undefined);
      }
    },
    /** @param {() => void} onChange @param {AbortSignal} signal */
    listen(onChange, signal) {
      window.addEventListener(
        "storage",
        ({ storageArea, key }) => {
          if (storageArea !== storage || !(key === null || key.startsWith(prefix))) return;
          if (key === null) parsed.clear();
          else parsed.delete(key.slice(prefix.length));
          onChange();
        },
        { signal },
      );
    },
  };
}

/** @template Result @param {() => Result} action @returns {Result | undefined} */
export function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}
