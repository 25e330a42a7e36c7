/** A stand-in for login.botframework.com: publishes keys and signs tokens, so that the real check runs offline. */
import { createSign, generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { APP_ID } from "./app.ts";

export interface Issuer {
  /** What the channel is told of it. */
  environment: Record<string, string>;
  /** Of a sound token, with changes. */
  token(claims: Record<string, unknown>, key?: "platform" | "otherChannel" | "unknown"): string;
  /** Answers of the server itself, instead of the keys. */
  failWith(failure: number | "silence" | undefined): void;
  close(): Promise<void>;
}

const keyPair = () => generateKeyPairSync("rsa", { modulusLength: 2048 });
/** The same for every issuer of a process: they take long to make. */
const keys = { platform: keyPair(), otherChannel: keyPair(), unknown: keyPair() };
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

export async function startIssuer(): Promise<Issuer> {
  const endorsements = { platform: ["msteams"], otherChannel: ["webchat"] };
  let failure: number | "silence" | undefined;
  const server = createServer((request, response) => {
    if (failure === "silence") return;
    if (failure) {
      response.writeHead(failure);
      response.end();
      return;
    }
    const published = (["platform", "otherChannel"] as const).map((kid) => ({
      ...keys[kid].publicKey.export({ format: "jwk" }),
      kid,
      use: "sig",
      endorsements: endorsements[kid],
    }));
    const body =
      request.url === "/keys"
        ? { keys: published }
        : { issuer: url, jwks_uri: `${url}/keys`, id_token_signing_alg_values_supported: ["RS256"] };
    // Not chained: restify replaces writeHead of every response in the process, without what it returns.
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    environment: {
      TEAMS_ANONYMOUS: "false",
      TEAMS_OPENID_METADATA_URL: `${url}/openid`,
      TEAMS_TOKEN_ISSUER: url,
    },
    token(claims, key = "platform") {
      const now = Math.floor(Date.now() / 1000);
      const head = encode({ alg: "RS256", typ: "JWT", kid: key === "unknown" ? "platform" : key });
      const body = encode({ iss: url, aud: APP_ID, nbf: now - 60, exp: now + 600, ...claims });
      const signer = createSign("RSA-SHA256").update(`${head}.${body}`);
      return `${head}.${body}.${signer.sign(keys[key].privateKey).toString("base64url")}`;
    },
    failWith(next) {
      failure = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
