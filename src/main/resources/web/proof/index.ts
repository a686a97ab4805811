import { sha256 } from './sha256.js';

/** A worker beside the page: finds the number that a sign-up's challenge asks for, and says from time to time how far it is. */
interface Challenge {
  salt: string;
  challenge: string;
  maxNumber: number;
}

const REPORT_EVERY = 20_000;
const encoder = new TextEncoder();

onmessage = (event: MessageEvent<Challenge>): void => {
  const { salt, challenge, maxNumber } = event.data;
  const sought = words(challenge);
  for (let number = 0; number <= maxNumber; number++) {
    if (sha256(encoder.encode(salt + String(number))).every((word, i) => word === sought[i])) {
      postMessage({ number });
      return;
    }
    if (number % REPORT_EVERY === 0) {
      postMessage({ tried: number / maxNumber });
    }
  }
  throw new Error('No number answers the challenge');
};

function words(hex: string): number[] {
  return (hex.match(/.{8}/g) ?? []).map((word) => Number.parseInt(word, 16) | 0);
}
