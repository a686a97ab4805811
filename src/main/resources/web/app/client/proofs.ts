/** Why somebody is asked to show that it is them: lately at all, or with their second factor. */
export type ProofAsked = 'proof-needed' | 'second-factor-needed';

export function isProofAsked(code: string): code is ProofAsked {
  return code === 'proof-needed' || code === 'second-factor-needed';
}

type Ask = (asked: ProofAsked) => Promise<boolean>;

/** Where requests ask for a proof. Several at the same time wait for one answer. */
class Proofs {
  private asking: Promise<boolean> | undefined;
  private asked: Ask = () => Promise.resolve(false);

  /** Who puts the question to the person. */
  answeredBy(asked: Ask): void {
    this.asked = asked;
  }

  /** True once it is shown; false when they would rather not. */
  ask(asked: ProofAsked): Promise<boolean> {
    this.asking ??= this.asked(asked).finally(() => {
      this.asking = undefined;
    });
    return this.asking;
  }
}

export const proofs = new Proofs();
