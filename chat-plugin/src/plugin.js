// One attached field: its draft, what is shown of it, and what the agent does with that.

import { Card } from './card.js';
import { Chip } from './chip.js';
import { Dock } from './dock.js';
import { Drafting, nothing } from './drafting.js';
import { fieldOf } from './field.js';
import { Gate } from './gate.js';
import { gestures } from './gestures.js';
import { Guard } from './guard.js';
import { texts } from './i18n.js';
import { Offline } from './offline.js';
import { Outbox } from './outbox.js';
import { Panel } from './panel.js';
import { inSentence } from './rewrite.js';
import { Shell } from './shell.js';
import { standing } from './standing.js';
import { Trainers } from './trainers.js';
import { Service, fetchTransport } from './transport.js';
import { Underlines } from './underlines.js';
import { watch } from './watch.js';

/** @import {Box, Finding, Mark, Report, ServiceState, Trap} from './types.js' */
/** @import {Resolved} from './options.js' */

/** A pause in typing, after which a screen reader is told. */
const SAY_MS = 700;

export class Plugin {
  #options;
  #text;
  #end = new AbortController();
  #shell;
  #field;
  #draft;
  #offline;
  #outbox;
  #underlines;
  #chip;
  #card;
  #dock;
  #panel;
  #held = false;
  #saying = 0;
  #said = '';

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
      onChange: () => this.#changed(),
      onTraps: (traps) => this.#traps(traps),
      onState: (state) => this.#service(state),
    });

    const trainers = new Trainers(this.#outbox, this.#draft, this.#field, options, this.#text);
    const doings = {
      use: (/** @type {Finding} */ finding, /** @type {string} */ reply) => this.#use(finding, reply),
      useAll: (/** @type {string} */ text) => this.#replace(0, this.#field.text.length, text),
      falseAlarm: trainers.falseAlarm,
      missed: trainers.missed,
      leave: () => this.#field.element.focus(),
    };
    const { root } = this.#shell;
    const frame = () => this.#frame();
    this.#underlines = new Underlines(root);
    this.#chip = new Chip(root, () => this.#list());
    this.#dock = new Dock(root, this.#text, frame, (reply) => this.#insert(reply));
    this.#card = new Card(root, this.#text, doings);
    this.#panel = new Panel(root, this.#text, options.policy, frame, doings);

    const { signal } = this.#end;
    watch(this.#field, {
      onText: () => this.#draft.look(),
      onLayout: () => this.#draw(),
      onComposing: (composing) => this.#draft.compose(composing),
      drawn: () => this.#underlines.any || this.#card.open || this.#panel.open || this.#dock.open,
    }, signal);
    gestures(this.#field, {
      point: (x, y, pressed) => this.#point(x, y, pressed),
      leave: () => this.#card.away(),
      owns: (event) => this.#shell.holds(event),
      rewrite: () => this.#rewrite(),
      next: (back) => this.#next(back),
      escape: () => this.#escape(),
    }, signal);
    element.addEventListener('focus', () => this.#panel.close(), { signal });
    const gate = new Gate({
      field: this.#field, draft: this.#draft, options, text: this.#text, offline: this.#offline, panel: this.#panel, dock: this.#dock, trainers,
      onHeld: (held) => this.#hold(held),
      onPassed: () => setTimeout(() => this.#draft.look()),
    });
    new Guard(this.#field, options, gate, signal);
    this.#draft.session.connect();
    this.refresh();
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
    clearTimeout(this.#saying);
    this.#draft.session.close();
    this.#panel.close();
    this.#card.close();
    this.#dock.close();
    this.#field.release();
    this.#shell.remove();
  }

  // ---- what is shown ----

  #changed() {
    if (this.#panel.open && this.#panel.about !== this.#draft.text) {
      this.#panel.close();
    }
    this.#card.keep(this.#draft.marks);
    this.#draw();
    this.#stand();
    clearTimeout(this.#saying);
    this.#saying = Number(setTimeout(() => this.#announce(), SAY_MS));
  }

  #draw() {
    this.#underlines.draw(this.#field, this.#draft.marks);
    this.#chip.place(this.#field.frame);
    this.#dock.place(this.#panel.open || this.#card.open);
    this.#card.place();
    this.#panel.place();
  }

  get #standing() {
    return standing(this.#text, this.#draft, this.#held, this.#offline.able);
  }

  #stand() {
    const { look, label, title, note } = this.#standing;
    this.#chip.show(look, label, [title, note].filter(Boolean).join(' '));
    this.#chip.place(this.#field.frame);
  }

  /** @returns {Box|null} where the field can be seen */
  #frame() {
    const frame = this.#field.frame;
    return frame.width > 0 && frame.height > 0 ? frame : null;
  }

  #announce() {
    const [first] = this.#draft.marks;
    const words = first === undefined ? (this.#said === '' ? '' : this.#text.clean) : this.#text.found(first.title, this.#draft.marks.length);
    if (words !== this.#said && words !== '') {
      this.#shell.say(words);
    }
    this.#said = first === undefined ? '' : words;
  }

  /** @param {Trap[]} traps */
  #traps(traps) {
    const [fresh] = this.#dock.show(traps);
    if (fresh !== undefined) {
      this.#shell.say(this.#text.trapFound(fresh.title));
    }
  }

  /** @param {ServiceState} state */
  #service(state) {
    if (state === 'ready') {
      this.#outbox.flush();
      if (this.#panel.decision?.action === 'hold') {
        this.#panel.close();
        this.#dock.tell(this.#text.recovered);
      }
      if (!this.#offline.able) {
        this.#offline.refresh();
      }
    }
    this.#stand();
    this.#options.onState?.(state);
  }

  /** @param {boolean} held */
  #hold(held) {
    this.#held = held;
    this.#stand();
  }

  // ---- what the agent does ----

  /** @param {number} x @param {number} y @param {boolean} pressed */
  #point(x, y, pressed) {
    const [mark] = this.#underlines.at(x, y);
    if (mark === undefined) {
      this.#card.away();
    } else if (pressed) {
      this.#open(mark, false);
    } else {
      this.#card.hover(mark, () => this.#underlines.boxOf(mark.id), this.#draft.conversation);
    }
  }

  /** @param {Mark} mark @param {boolean} focus */
  #open(mark, focus) {
    this.#card.show(mark, () => this.#underlines.boxOf(mark.id), this.#draft.conversation, focus);
  }

  #list() {
    const { marks, report, book, conversation } = this.#draft;
    const { title, note } = this.#standing;
    const rewritten = marks.length > 0 ? report?.rewritten : undefined;
    const full = [note, book && this.#text.book(book)].filter(Boolean).join(' ');
    this.#card.list({ title, note: full, marks, rewritten }, () => this.#chip.box, conversation);
  }

  /** Shows the next finding after the caret, or the one before it. @param {boolean} back */
  #next(back) {
    const { start } = this.#field.selection;
    const row = [...this.#draft.marks].sort((a, b) => (back ? b.start - a.start : a.start - b.start));
    const mark = row.find((one) => (back ? one.end < start : one.start > start)) ?? row[0];
    if (mark === undefined) {
      this.#list();
    } else {
      this.#field.select(mark.start, mark.start);
      this.#draw();
      this.#open(mark, true);
    }
    return true;
  }

  #escape() {
    const { open } = this.#card;
    this.#card.close();
    return open;
  }

  /** Uses what is suggested: the whole reply rewritten, a rewrite of the one finding, or the answer to a trap. */
  #rewrite() {
    const { marks, report, empty } = this.#draft;
    const [answer] = this.#dock.traps.flatMap(({ reply }) => reply ?? []);
    const shown = marks.find(({ id }) => id === this.#card.about) ?? marks[0];
    if (marks.length > 1 && this.#card.about === null && report?.rewritten !== undefined) {
      this.#replace(0, this.#field.text.length, report.rewritten);
    } else if (shown !== undefined && shown.rewrites.length > 0) {
      this.#use(shown, shown.rewrites[0]);
    } else if (empty && answer !== undefined) {
      this.#insert(answer);
    } else {
      return false;
    }
    return true;
  }

  /** @param {Finding} finding @param {string} reply */
  #use(finding, reply) {
    const now = this.#draft.marks.find(({ id, rule }) => id === /** @type {Mark} */ (finding).id || rule === finding.rule) ?? finding;
    const { start, end, text } = inSentence(this.#field.text, now, reply);
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
    this.#panel.close();
    this.#card.close();
    this.#field.replace(start, end, text);
    this.#shell.say(this.#text.rewrittenNow);
    this.#draft.look();
  }
}
