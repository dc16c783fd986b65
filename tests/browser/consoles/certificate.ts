/**
 * A throw-away certificate: made for one run, signed by itself, accepted only
 * by a browser that a scene started. The replicas are served with it below the
 * consoles' own names.
 */
import { createSign, generateKeyPairSync, randomBytes } from "node:crypto";

/** A value of DER: its tag, its length, what it holds. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const held = Buffer.concat(parts);
  const { length } = held;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), held]);
}

const SEQUENCE = 0x30;
const sequence = (...parts: Buffer[]) => der(SEQUENCE, ...parts);
/** ecdsa-with-SHA256. */
const SIGNED_BY = sequence(der(0x06, Buffer.from("2a8648ce3d040302", "hex")));
/** One common name. */
const NAME = sequence(der(0x31, sequence(der(0x06, Buffer.from("550403", "hex")), der(0x0c, Buffer.from("replica")))));
const VALID = sequence(der(0x17, Buffer.from("200101000000Z")), der(0x17, Buffer.from("491231235959Z")));

export function certificate(): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const version = der(0xa0, der(0x02, Buffer.from([2])));
  const serial = der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)]));
  const subject = publicKey.export({ type: "spki", format: "der" });
  const told = sequence(version, serial, SIGNED_BY, NAME, VALID, NAME, subject);
  const signature = createSign("SHA256").update(told).sign(privateKey);
  const whole = sequence(told, SIGNED_BY, der(0x03, Buffer.from([0]), signature));
  const lines = whole.toString("base64").replace(/.{64}/g, "$&\n");
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}
