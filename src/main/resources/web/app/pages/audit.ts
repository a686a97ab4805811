import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { audit, type AuditLine } from '../client/api.js';
import { Page } from '../ui/page.js';
import { problemBox } from '../ui/problem-box.js';
import { day, time, words } from '../words.js';

@customElement('haven-audit')
export class AuditPage extends Page {
  @state() private lines: AuditLine[] = [];
  @state() private next: string | undefined;

  protected get heading(): string {
    return words.audit.title;
  }

  protected override async load(): Promise<void> {
    const page = await audit.read(this.next);
    this.lines = [...this.lines, ...page.items];
    this.next = page.next ?? undefined;
  }

  protected content(): TemplateResult {
    return html`<p class="lead">${words.audit.lead}</p>
      ${problemBox(this.problem)} ${this.lines.length === 0 ? html`<p>${words.audit.empty}</p>` : this.table()}
      ${this.next === undefined
        ? nothing
        : html`<p>
            <button type="button" class="button" @click=${() => this.doing(() => this.load())}>${words.site.more}</button>
          </p>`}`;
  }

  private table(): TemplateResult {
    const { number, at, actor, act, subject, rule } = words.audit;
    return html`<div class="wide" tabindex="0" role="region" aria-label=${words.audit.table}>
      <table>
        <thead>
          <tr>
            ${[number, at, actor, act, subject, rule].map((title) => html`<th scope="col">${title}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${this.lines.map(row)}
        </tbody>
      </table>
    </div>`;
  }
}

function row(line: AuditLine): TemplateResult {
  return html`<tr>
    <td>${line.number}</td>
    <td><time datetime=${line.at}>${day(line.at)}, ${time(line.at)}</time></td>
    <td>${line.actor}</td>
    <td>${line.act}</td>
    <td>${line.subject}</td>
    <td>${line.rule ?? ''}</td>
  </tr>`;
}
