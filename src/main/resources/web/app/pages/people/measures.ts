import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { measures } from '../../client/api.js';
import { session } from '../../client/session.js';
import type { AccountFile, Measure, Somebody } from '../../client/types.js';
import { Acting } from '../../ui/acting.js';
import '../../ui/grounds-dialog.js';
import type { GroundsDialog } from '../../ui/grounds-dialog.js';
import { problemBox } from '../../ui/problem-box.js';
import { moment } from '../../ui/standing-notice.js';
import { fill, words } from '../../words.js';
import './measure-form.js';

/** What was decided about somebody, and what is to be decided. */
@customElement('haven-measures')
export class Measures extends Acting {
  @property({ attribute: false }) person!: AccountFile;
  @property({ attribute: false }) changed: () => Promise<void> = async () => undefined;
  @query('haven-grounds') private grounds!: GroundsDialog;
  @state() private list: Measure[] = [];
  @state() private done = '';
  private shown = '';

  protected override willUpdate(properties: PropertyValues<this>): void {
    if (properties.has('person') && this.person.id !== this.shown) {
      this.shown = this.person.id;
      this.list = [];
      this.done = '';
      void this.doing(() => this.load());
    }
  }

  protected override render(): TemplateResult {
    return html`<h3>${words.people.measuresTitle}</h3>
      ${this.barrier === undefined
        ? html`<haven-measure-form .person=${this.person} .taken=${this.taken}></haven-measure-form>`
        : html`<p>${this.barrier}</p>`}
      <h3 tabindex="-1" class="history">${words.people.historyTitle}</h3>
      ${problemBox(this.problem)}
      <p role="status">${this.done}</p>
      ${this.list.length === 0 ? html`<p>${words.people.historyEmpty}</p>` : nothing}
      <ul class="cards">
        ${this.list.map((measure) => this.entry(measure))}
      </ul>
      <haven-grounds></haven-grounds>`;
  }

  private entry(measure: Measure): TemplateResult {
    const { history, states } = words.people;
    return html`<li class="card">
      <p><strong>${fill(words.people.entry, { kind: history[measure.kind], state: states[measure.state] })}</strong></p>
      ${facts(measure).map((fact) => html`<p class="words">${fact}</p>`)}
      ${this.barrier === undefined ? html`<p class="actions">${this.acts(measure)}</p>` : nothing}
    </li>`;
  }

  private acts(measure: Measure): TemplateResult | typeof nothing {
    if (measure.state === 'ended' || measure.state === 'lifted') {
      return nothing;
    }
    const isProposal = measure.state === 'proposed';
    const confirm = fill(words.people.confirm, { handle: this.person.handle });
    const label = fill(words.people.liftNamed, { kind: words.people.history[measure.kind], at: moment(measure.madeAt) });
    return html`${isProposal && measure.madeBy.id !== session.person?.id
      ? html`<button type="button" class="button strong-button" @click=${() => this.confirm(measure)}>${confirm}</button>`
      : nothing}
    ${isProposal
      ? html`<button type="button" class="button" @click=${() => this.lift(measure, 'decline')}>${words.people.decline}</button>`
      : this.mayLift(measure)
        ? html`<button type="button" class="button" aria-label=${label} @click=${() => this.lift(measure, 'lift')}>
            ${words.people.lift}
          </button>`
        : nothing}`;
  }

  /** What two people agreed on, an admin undoes. */
  private mayLift(measure: Measure): boolean {
    return measure.kind !== 'exclude' || session.isAdmin;
  }

  private get barrier(): string | undefined {
    if (this.person.id === session.person?.id) {
      return words.people.notYourself;
    }
    return this.person.role !== 'member' && !session.isAdmin ? words.people.notStaff : undefined;
  }

  private confirm(measure: Measure): Promise<void> {
    return this.doing(async () => {
      await measures.confirm(measure.id);
      await this.finished(fill(words.people.confirmed, { handle: this.person.handle }));
    });
  }

  private lift(measure: Measure, kind: 'lift' | 'decline'): void {
    this.grounds.forLifting(kind, async (reason) => {
      await measures.lift(measure.id, reason);
      await this.finished(words.people.lifted);
    });
  }

  private readonly taken = (sentence: string): Promise<void> => this.finished(sentence);

  // The button that was pressed may be gone afterwards; whoever uses a keyboard goes on from the title.
  private async finished(sentence: string): Promise<void> {
    await this.load();
    await this.changed();
    this.done = sentence;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.history')?.focus();
  }

  private async load(): Promise<void> {
    this.list = await measures.about(this.person.id);
  }
}

function facts(measure: Measure): string[] {
  const { by, ends, meanwhileUntil, second, liftedBy } = words.people;
  const told = [
    fill(by, {
      handle: named(measure.madeBy),
      at: moment(measure.madeAt),
      rule: measure.rule,
      title: measure.ruleTitle,
    }),
    measure.reason,
  ];
  if (measure.endsAt !== undefined) {
    told.push(fill(ends, { at: moment(measure.endsAt) }));
  }
  if (measure.state === 'proposed' && measure.meanwhileUntil !== undefined) {
    told.push(fill(meanwhileUntil, { at: moment(measure.meanwhileUntil) }));
  }
  if (measure.secondedAt !== undefined) {
    told.push(fill(second, { handle: named(measure.secondedBy), at: moment(measure.secondedAt) }));
  }
  if (measure.liftedAt !== undefined) {
    const reason = measure.liftReason ?? '';
    told.push(fill(liftedBy, { handle: named(measure.liftedBy), at: moment(measure.liftedAt), reason }));
  }
  return told;
}

function named(somebody: Somebody | undefined): string {
  return somebody?.handle ?? words.people.gone;
}
