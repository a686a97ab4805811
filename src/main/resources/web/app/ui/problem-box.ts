import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../client/problem.js';

/** What did not work and what to do next, announced as soon as it appears. */
export function problemBox(problem: Problem | undefined): TemplateResult | typeof nothing {
  return problem === undefined
    ? nothing
    : html`<div class="problem" role="alert" tabindex="-1">
        <p><strong>${problem.title}</strong></p>
        <p>${problem.next}</p>
      </div>`;
}
