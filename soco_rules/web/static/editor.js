"use strict";

/* What a text gets while somebody types: line numbers, findings at their lines, how scenarios fare, and completion.
   Without this everything is there behind the button Nakijken. */

const PAUSE = 250;
const LATER = 400;

for (const frame of document.querySelectorAll("[data-editor]")) {
  const text = frame.querySelector("textarea");
  if (text && frame.dataset.adres) {
    edit(frame, text);
  }
}

function edit(frame, text) {
  const form = text.form;
  const gutter = numbered(text);
  const list = completing(frame, text);
  const findings = asker(`${frame.dataset.adres}/nakijken`, "bevindingen");
  const outcomes = asker(`${frame.dataset.adres}/uitkomsten`, "uitkomsten");
  let waiting = 0;
  let changed = false;

  list.listen(); // before the rest: what it does with a key is done
  document.querySelector(".soco-numbered")?.remove();

  const look = async () => {
    const fields = new URLSearchParams(new FormData(form));
    if (await findings(fields)) {
      gutter.mark();
      clearTimeout(waiting);
      waiting = setTimeout(async () => {
        outdated();
        if (await outcomes(fields)) gutter.mark();
      }, LATER);
    }
  };

  text.addEventListener("input", () => {
    changed = true;
    gutter.count();
    clearTimeout(waiting);
    waiting = setTimeout(look, PAUSE);
  });
  text.addEventListener("keydown", (pressed) => {
    if (pressed.key === "Enter" && !pressed.defaultPrevented && !pressed.ctrlKey && !pressed.shiftKey) {
      const line = text.value.slice(0, text.selectionStart).split("\n").pop();
      const margin = /^ */.exec(line)[0];
      if (margin) {
        pressed.preventDefault();
        insert(text, `\n${margin}`, 0);
      }
    }
  });
  form.addEventListener("submit", () => {
    changed = false;
  });
  window.addEventListener("beforeunload", (leaving) => {
    if (changed) leaving.preventDefault();
  });
  document.addEventListener("click", (clicked) => {
    const link = clicked.target.closest('a[href^="#regel-"]');
    if (link) {
      clicked.preventDefault();
      goTo(text, Number(link.hash.slice("#regel-".length)));
    }
  });
  gutter.mark();
}

/* Ask the desk about the text as it is now; of two answers only the newer one is shown. */
function asker(address, target) {
  let asked = null;
  let told = "";
  return async (fields) => {
    asked?.abort();
    const mine = new AbortController();
    asked = mine;
    try {
      const answer = await fetch(address, { method: "POST", body: fields, signal: mine.signal });
      if (answer.status === 401) {
        document.getElementById(target).textContent =
          "U bent niet meer aangemeld. Uw tekst blijft hier staan: kies Nakijken, en meld u opnieuw aan.";
        return false;
      }
      if (!answer.ok) throw new Error(String(answer.status));
      const frame = document.getElementById(target);
      frame.innerHTML = await answer.text();
      const said = frame.querySelector("p")?.textContent ?? "";
      if (said !== told) say(said);
      told = said;
      return true;
    } catch (problem) {
      if (problem.name !== "AbortError") {
        document.getElementById(target).textContent =
          "De werkplek gaf nu geen antwoord. Met Nakijken probeert u het opnieuw.";
      }
      return false;
    }
  };
}

/* Tell that what is shown of the scenarios is still of the text as it was; the answer takes its place. */
function outdated() {
  const frame = document.getElementById("uitkomsten");
  if (frame.querySelector("[data-vorige]")) return;
  const note = document.createElement("p");
  note.dataset.vorige = "";
  note.textContent = "De scenario’s worden uitgevoerd. Tot dat klaar is, staat hieronder wat er al stond.";
  frame.prepend(note);
}

/* Say something to who cannot see the page; the list itself is there to read. */
function say(words) {
  document.getElementById("gemeld").textContent = words;
}

/* Numbers beside the lines, with a mark at each line that a finding is about. */
function numbered(text) {
  const beside = document.createElement("pre");
  const frame = document.createElement("div");
  beside.className = "soco-gutter";
  beside.setAttribute("aria-hidden", "true");
  frame.className = "soco-written";
  text.before(frame);
  frame.append(beside, text);
  let marks = new Map();

  const count = () => {
    const lines = text.value.split("\n").length;
    const width = String(lines).length;
    beside.replaceChildren();
    for (let line = 1; line <= lines; line += 1) {
      const row = document.createElement("span");
      const mark = marks.get(line);
      row.textContent = `${mark === "fout" ? "✖" : mark ? "▲" : " "} ${String(line).padStart(width)}\n`;
      if (mark) row.className = "soco-marked";
      beside.append(row);
    }
    beside.scrollTop = text.scrollTop;
  };
  const mark = () => {
    marks = new Map();
    for (const found of document.querySelectorAll("[data-regel]")) {
      const line = Number(found.dataset.regel);
      if (marks.get(line) !== "fout") marks.set(line, found.dataset.ernst);
    }
    count();
  };
  text.addEventListener("scroll", () => {
    beside.scrollTop = text.scrollTop;
  });
  count();
  return { count, mark };
}

function goTo(text, line) {
  const lines = text.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  text.focus();
  text.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
  text.scrollTop = Math.max(0, (line - 5) * heightOfLine(text));
}

function heightOfLine(text) {
  return parseFloat(getComputedStyle(text).lineHeight);
}

/* Put something in the place of the last signs before the cursor, and of some beyond it, so that it can be undone. */
function insert(text, said, replaces, beyond = 0) {
  const at = text.selectionStart;
  text.focus();
  text.setSelectionRange(at - replaces, text.selectionEnd + beyond);
  if (!document.execCommand("insertText", false, said)) {
    text.setRangeText(said, at - replaces, text.selectionEnd, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/* How much of a word that the cursor stands in is behind it; a sentence is put in between, and takes no word away. */
function restOfWord(text, said) {
  if (said.trim().includes(" ")) return 0;
  const behind = text.value.slice(text.selectionEnd);
  return (said.trimEnd().endsWith(":") ? /^[\w-]*(: ?)?/ : /^[\w-]*/).exec(behind)[0].length;
}

/* A list of what can come next, by the listbox pattern: the focus stays in the text. */
function completing(frame, text) {
  const box = document.createElement("ul");
  const told = document.createElement("p");
  const help = document.createElement("p");
  let found = { replaces: 0, options: [] };
  let chosen = -1;
  let waiting = 0;
  let asked = null;

  box.id = `${text.id}-keuzes`;
  box.className = "soco-options";
  box.setAttribute("role", "listbox");
  box.setAttribute("aria-label", "Wat hier kan staan");
  box.hidden = true;
  told.className = "soco-only-read";
  told.setAttribute("role", "status");
  help.id = `${text.id}-toetsen`;
  help.className = "soco-note";
  help.textContent =
    "Ctrl-spatie toont wat er kan staan; kies met de pijlen en Enter, sluit met Esc. Tab gaat naar het volgende veld.";
  frame.querySelector(".soco-written").append(box);
  frame.append(told, help);
  text.setAttribute("aria-autocomplete", "list");
  text.setAttribute("aria-haspopup", "listbox");
  text.setAttribute("aria-controls", box.id);
  text.setAttribute("aria-describedby", `${text.getAttribute("aria-describedby") ?? ""} ${help.id}`.trim());

  const close = () => {
    clearTimeout(waiting);
    asked?.abort();
    box.hidden = true;
    chosen = -1;
    text.removeAttribute("aria-activedescendant");
  };
  const choose = (number) => {
    chosen = number;
    for (const [at, option] of [...box.children].entries()) {
      option.setAttribute("aria-selected", String(at === chosen));
    }
    const option = box.children[chosen];
    if (option) {
      text.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }
  };
  const take = () => {
    const option = found.options[chosen];
    const replaces = found.replaces;
    close();
    if (option) insert(text, option.text, replaces, restOfWord(text, option.text));
  };
  const show = (answer, first) => {
    found = answer;
    box.replaceChildren();
    for (const [at, option] of found.options.entries()) {
      const item = document.createElement("li");
      const name = document.createElement("strong");
      item.id = `${box.id}-${at}`;
      item.setAttribute("role", "option");
      name.textContent = option.text.trim();
      item.append(name, ` (${option.sort}) ${option.meaning}`);
      item.addEventListener("mousedown", (pressed) => {
        pressed.preventDefault();
        choose(at);
        take();
      });
      box.append(item);
    }
    box.hidden = found.options.length === 0;
    told.textContent = box.hidden ? "Geen voorstellen." : `${found.options.length} voorstellen.`;
    if (box.hidden) {
      close();
    } else {
      place();
      choose(first ? 0 : -1);
    }
  };
  const place = () => {
    const line = text.value.slice(0, text.selectionStart).split("\n").length;
    const height = heightOfLine(text);
    const below = text.offsetTop + (line + 1) * height - text.scrollTop;
    const end = text.offsetTop + text.offsetHeight;
    box.style.insetBlockStart = `${Math.max(text.offsetTop, Math.min(below, end))}px`;
  };
  const ask = async (first) => {
    asked?.abort();
    asked = new AbortController();
    const fields = new URLSearchParams({ voor: text.value.slice(0, text.selectionStart) });
    try {
      const answer = await fetch(`${frame.dataset.adres}/aanvullen`, {
        method: "POST",
        body: fields,
        signal: asked.signal,
      });
      if (answer.ok) show(await answer.json(), first);
    } catch (problem) {
      if (problem.name !== "AbortError") close();
    }
  };
  const listen = () => {
    text.addEventListener("keydown", (pressed) => {
      if (pressed.key === " " && pressed.ctrlKey) {
        pressed.preventDefault();
        ask(true);
      } else if (!box.hidden) {
        steer(pressed);
      }
    });
    text.addEventListener("input", () => {
      clearTimeout(waiting);
      const word = /[\w/-]{2,}$/.exec(text.value.slice(0, text.selectionStart));
      if (word) waiting = setTimeout(() => ask(false), PAUSE);
      else close();
    });
    text.addEventListener("blur", close);
    text.addEventListener("click", close);
    // a new line scrolls the text later: what was asked meanwhile is still wanted
    text.addEventListener("scroll", () => box.hidden || close());
  };
  const steer = (pressed) => {
    const last = found.options.length - 1;
    if (pressed.key === "ArrowDown") choose(chosen < last ? chosen + 1 : 0);
    else if (pressed.key === "ArrowUp") choose(chosen > 0 ? chosen - 1 : last);
    else if (pressed.key === "Enter" && chosen >= 0) take();
    else if (pressed.key === "Escape") close();
    else {
      if (["Enter", "ArrowLeft", "ArrowRight", "Home", "End"].includes(pressed.key)) close();
      return;
    }
    pressed.preventDefault();
  };
  return { listen };
}
