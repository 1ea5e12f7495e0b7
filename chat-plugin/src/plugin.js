// One attached field: how its parts are joined, and what the agent does with what they show.

import { Drafting, nothing } from './drafting.js';
import { fieldOf } from './field.js';
import { Gate } from './gate.js';
import { gestures } from './gestures.js';
import { Guard } from './guard.js';
import { texts } from './i18n.js';
import { Offline } from './offline.js';
import { Outbox } from './outbox.js';
import { inSentence } from './rewrite.js';
import { Shell } from './shell.js';
import { Trainers } from './trainers.js';
import { Service, fetchTransport } from './transport.js';
import { View } from './view.js';
import { watch } from './watch.js';

/** @import {Finding, Mark, Report, ServiceState} from './types.js' */
/** @import {Resolved} from './options.js' */

export class Plugin {
  #options;
  #text;
  #end = new AbortController();
  #shell;
  #field;
  #draft;
  #offline;
  #outbox;
  #view;

  /** @param {HTMLElement} element @param {Resolved} options */
  constructor(element, options) {
    this.#options = options;
    this.#text = texts(options.language);
    this.#shell = new Shell({ element, ...options });
    try {
      this.#field = fieldOf(element, (own) => this.#shell.roomIn(own));
    } catch (fault) {
      this.#shell.remove();
      throw fault;
    }
    const service = new Service({ transport: options.transport ?? fetchTransport(options.server), ...options });
    this.#offline = new Offline(service, options.server);
    this.#outbox = new Outbox(service);
    this.#draft = new Drafting(this.#field, options, service, this.#offline, {
      onChange: () => this.#view.changed(),
      onTraps: (traps) => this.#view.traps(traps),
      onState: (state) => this.#entered(state),
    });
    const trainers = new Trainers(this.#outbox, this.#draft, this.#field, options, this.#text);
    this.#view = new View({
      shell: this.#shell, field: this.#field, draft: this.#draft, text: this.#text, options,
      able: () => this.#offline.able,
      doings: {
        use: (finding, reply) => this.#use(finding, reply),
        useAll: (text) => this.#replace(0, this.#field.text.length, text),
        insert: (reply) => this.#insert(reply),
        falseAlarm: trainers.falseAlarm,
        missed: trainers.missed,
        leave: () => this.#field.element.focus(),
      },
    });
    this.#listen(trainers);
    this.#draft.session.connect();
    this.refresh();
    this.#view.stand();
  }

  get state() {
    return this.#draft.state;
  }

  refresh() {
    this.#draft.look();
    this.#draft.check();
  }

  /** @returns {Promise<Report|null>} */
  check() {
    const { request, session } = this.#draft;
    return nothing(request) ? Promise.resolve(null) : session.within(request, this.#options.policy.budgetMs);
  }

  detach() {
    this.#end.abort();
    this.#draft.session.close();
    this.#view.close();
    this.#field.release();
    this.#shell.remove();
  }

  /** @param {Trainers} trainers */
  #listen(trainers) {
    const { signal } = this.#end;
    const { panel, dock, card } = this.#view;
    watch(this.#field, {
      onText: () => this.#draft.look(),
      onLayout: () => this.#view.draw(),
      onComposing: (composing) => this.#draft.compose(composing),
      drawn: () => this.#view.any,
    }, signal);
    gestures(this.#field, {
      point: (x, y, pressed) => this.#view.point(x, y, pressed),
      leave: () => card.away(),
      owns: (event) => this.#shell.holds(event),
      rewrite: () => this.#rewrite(),
      next: (back) => this.#next(back),
      escape: () => card.close(),
      typed: () => card.focused || card.close(),
    }, signal);
    this.#field.element.addEventListener('focus', () => panel.close(), { signal });
    const gate = new Gate({
      field: this.#field, draft: this.#draft, options: this.#options, text: this.#text, offline: this.#offline, panel, dock, trainers,
      onHeld: (held) => this.#view.hold(held),
      onPassed: () => setTimeout(() => this.#draft.look()),
    });
    new Guard(this.#field, this.#options, gate, signal);
  }

  /** @param {ServiceState} state */
  #entered(state) {
    if (state === 'ready') {
      const { panel, dock } = this.#view;
      this.#outbox.flush();
      if (panel.decision?.action === 'hold') {
        panel.close();
        dock.tell(this.#text.recovered);
      }
      if (!this.#offline.able) {
        this.#offline.refresh();
      }
    }
    this.#view.stand();
    this.#options.onState?.(state);
  }

  // ---- what the agent does ----

  /** Shows the next finding after the caret, or the one before it. @param {boolean} back */
  #next(back) {
    const { start } = this.#field.selection;
    const row = [...this.#draft.marks].sort((a, b) => (back ? b.start - a.start : a.start - b.start));
    const mark = row.find((one) => (back ? one.end < start : one.start > start)) ?? row[0];
    if (mark === undefined) {
      this.#view.list();
    } else {
      this.#field.select(mark.start, mark.start);
      this.#view.draw();
      this.#view.explain(mark, true);
    }
    return true;
  }

  /** Uses what is suggested: the whole reply rewritten, a rewrite of the one finding, or the answer to a trap. */
  #rewrite() {
    const { marks, report, empty } = this.#draft;
    const { about } = this.#view.card;
    const shown = marks.find(({ id }) => id === about) ?? marks[0];
    if (marks.length > 1 && about === null && report?.rewritten !== undefined) {
      this.#replace(0, this.#field.text.length, report.rewritten);
    } else if (shown !== undefined && shown.rewrites.length > 0) {
      this.#use(shown, shown.rewrites[0]);
    } else {
      return empty && this.#view.dock.take();
    }
    return true;
  }

  /** @param {Finding|Mark} finding @param {string} reply */
  #use(finding, reply) {
    const { marks } = this.#draft;
    const same = 'id' in finding ? marks.find(({ id }) => id === finding.id) : marks.find(({ rule }) => rule === finding.rule);
    const { start, end, text } = inSentence(this.#field.text, same ?? finding, reply);
    this.#replace(start, end, text);
  }

  /** @param {string} reply */
  #insert(reply) {
    const { start, end } = this.#field.selection;
    this.#field.replace(start, end, reply);
    this.#draft.look();
  }

  /** @param {number} start @param {number} end @param {string} text */
  #replace(start, end, text) {
    this.#view.panel.close();
    this.#view.card.close();
    this.#field.replace(start, end, text);
    this.#shell.say(this.#text.rewrittenNow);
    this.#draft.look();
  }
}
