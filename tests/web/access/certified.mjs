// A certified OpenID provider (panva's oidc-provider) on this machine: node certified.mjs FOLDER SETTINGS
// FOLDER is where npm installed it; SETTINGS are JSON: the client. It prints its address once it listens. What is
// posted as JSON to /trial changes who signs in, with what key it signs, and what of a token is made wrong afterwards.
import { generateKeyPairSync, createPrivateKey, sign } from "node:crypto";
import { createServer } from "node:http";
import { pathToFileURL } from "node:url";

const [folder, settings] = process.argv.slice(2);
const { Provider } = await import(pathToFileURL(`${folder}/node_modules/oidc-provider/lib/index.js`).href);

const key = (kid) => ({
  ...generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" }),
  kid,
  alg: "RS256",
  use: "sig",
});
const who = { sub: "km-1", name: "K. Jansen", roles: ["soco-km"], functie: "klantmanager" };
let keys = [key("one")];
let trial = {};

const encoded = (part) => Buffer.from(JSON.stringify(part)).toString("base64url");
const without = (part) => Object.fromEntries(Object.entries(part).filter(([, value]) => value !== null));
const resigned = (token, changes) => {
  const [header, claims] = token.split(".", 2).map((part) => JSON.parse(Buffer.from(part, "base64url")));
  const head = without({ ...header, ...changes.header });
  const text = `${encoded(head)}.${encoded(without({ ...claims, ...changes.claims }))}`;
  if (head.alg === "none") return `${text}.`;
  const pair = createPrivateKey({ key: changes.stranger ? key("one") : keys[0], format: "jwk" });
  return `${text}.${sign("sha256", Buffer.from(text), pair).toString("base64url")}`;
};

const read = async (request) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString() || "{}");
};

const made = (issuer) => {
  const provider = new Provider(issuer, {
    clients: [JSON.parse(settings)],
    jwks: { keys },
    cookies: { keys: ["of a test"] },
    pkce: { required: () => true },
    claims: { openid: ["sub"], profile: ["name", "roles", "functie"] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ ...who, ...trial.account, sub: id }) }),
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client.clientId,
        accountId: ctx.oidc.session.accountId,
      });
      grant.addOIDCScope("openid profile");
      await grant.save();
      return grant;
    },
  });
  provider.use(async (ctx, next) => {
    if (ctx.path.startsWith("/interaction/")) {
      ctx.respond = false;
      const login = trial.refuses
        ? { error: "access_denied" }
        : { login: { accountId: trial.account?.sub ?? who.sub } };
      await provider.interactionFinished(ctx.req, ctx.res, login, { mergeWithLastSubmission: false });
      return;
    }
    await next();
    if (ctx.body?.id_token && trial.token) ctx.body.id_token = resigned(ctx.body.id_token, trial.token);
  });
  return provider.callback();
};

let answer;
const server = createServer(async (request, response) => {
  if (request.url !== "/trial") return answer(request, response);
  trial = await read(request);
  if (trial.rotated) {
    keys = [key(trial.rotated)];
    answer = made(issuer);
  }
  response.end();
});
await new Promise((ready) => server.listen(Number(process.env.PORT ?? 0), "127.0.0.1", ready));
const issuer = `http://127.0.0.1:${server.address().port}`;
answer = made(issuer);
console.log(issuer);
