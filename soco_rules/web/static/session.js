"use strict";

/* Warns who reads or types for long before the desk signs off who is silent. Whatever is asked of the desk meanwhile
   begins the time anew. Without this nothing is lost either: what was typed can be sent again after signing in. */

const BEFORE = 5 * 60 * 1000;
const ROUGHLY = 60 * 1000; // a cookie is renewed once a minute

const silence = Number(document.body.dataset.stilte) * 1000;
if (silence) watch(silence);

function watch(silence) {
  const warning = asked();
  let waiting = 0;
  const begin = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => warning.showModal(), Math.max(silence - BEFORE - ROUGHLY, 1000));
  };
  new PerformanceObserver(begin).observe({ type: "resource" });
  warning.addEventListener("close", () => {
    fetch("/toegankelijkheid");
    begin();
  });
  begin();
}

function asked() {
  const box = document.createElement("dialog");
  const words = document.createElement("p");
  const form = document.createElement("form");
  const stay = document.createElement("button");
  words.id = "stilte-gezegd";
  words.textContent = "Over vijf minuten wordt u afgemeld, omdat u de werkplek lang niets hebt gevraagd.";
  form.method = "dialog";
  stay.className = "utrecht-button utrecht-button--primary-action";
  stay.textContent = "Blijf aangemeld";
  box.className = "soco-warning";
  box.setAttribute("aria-labelledby", words.id);
  form.append(stay);
  box.append(words, form);
  document.body.append(box);
  return box;
}
