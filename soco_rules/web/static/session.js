"use strict";

/* Warns who reads or types for long before the desk signs off who is silent, and before a session ends that went on for
   as long as one may. Whatever is asked of the desk meanwhile begins the time of silence anew. Without this nothing is
   lost either: what was typed can be sent again after signing in. */

const BEFORE = 5 * 60 * 1000;
const ROUGHLY = 60 * 1000; // a cookie is renewed once a minute

const { stilte, rest, aanmelden } = document.body.dataset;
if (stilte) watchSilence(Number(stilte) * 1000);
if (Number(rest) * 1000 > BEFORE) watchEnd(Number(rest) * 1000, aanmelden); // else the page itself says so

function watchSilence(silence) {
  const words = "Over vijf minuten wordt u afgemeld, omdat u de werkplek lang niets hebt gevraagd.";
  const warning = asked("stilte-gezegd", words, "Blijf aangemeld");
  let waiting = 0;
  const begin = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => shown(warning), Math.max(silence - BEFORE - ROUGHLY, 1000));
  };
  new PerformanceObserver(begin).observe({ type: "resource" });
  warning.addEventListener("close", () => {
    fetch("/toegankelijkheid");
    begin();
  });
  begin();
}

function watchEnd(rest, address) {
  const words = "Over vijf minuten wordt u afgemeld, ook als u doorwerkt. Meld u eerst opnieuw aan: wat u hier invulde, blijft staan.";
  const warning = asked("einde-gezegd", words, "Ga verder");
  const link = document.createElement("a");
  const line = document.createElement("p");
  link.href = address;
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = "Meld u opnieuw aan (opent in een nieuw tabblad)";
  line.append(link);
  warning.insertBefore(line, warning.lastElementChild);
  setTimeout(() => shown(warning), rest - BEFORE);
}

function shown(warning) {
  if (!warning.open) warning.showModal();
}

function asked(id, said, answer) {
  const box = document.createElement("dialog");
  const words = document.createElement("p");
  const form = document.createElement("form");
  const stay = document.createElement("button");
  words.id = id;
  words.textContent = said;
  form.method = "dialog";
  stay.className = "utrecht-button utrecht-button--primary-action";
  stay.textContent = answer;
  box.className = "soco-warning";
  box.setAttribute("aria-labelledby", words.id);
  form.append(stay);
  box.append(words, form);
  document.body.append(box);
  return box;
}
