/** The least recently used one goes first. Holds what passed its checks alone. */
export class RecentlyUsed {
  readonly #most: number;
  readonly #values = new Map<string, unknown>();

  constructor(most: number) {
    this.#most = most;
  }

  key(...parts: string[]): string {
    return parts.join("\u0000").toLowerCase();
  }

  get(key: string): unknown {
    const value = this.#values.get(key);
    if (value === undefined) return undefined;
    this.#values.delete(key);
    this.#values.set(key, value);
    return value;
  }

  set(key: string, value: unknown): void {
    this.#values.set(key, value);
    if (this.#values.size > this.#most) this.#values.delete(this.#values.keys().next().value!);
  }
}
