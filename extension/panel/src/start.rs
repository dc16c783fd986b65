//! The start: the words and the packs are fetched, and the desk is laid. The screen
//! is drawn, and what is kept is read, when a page has come that may speak to the
//! panel: whoever embeds its document otherwise has a blank that does nothing.

use std::cell::Cell;
use std::rc::Rc;

use deti::desk::{Desk, Event, Language, Packs, Stock};
use deti::shop::Shop;
use deti_web::{Host, Words, files, storage};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, MessagePort};

use crate::files::Formats;
use crate::keyboard::Keyboard;
use crate::panel::{self, Panel};
use crate::screen::Screen;
use crate::{draw, focus, stopped, word};

/// The panel, as the script of its document holds it.
#[wasm_bindgen]
pub struct Started(Rc<Waiting>);

#[wasm_bindgen]
impl Started {
    /// Offers a port that came together with a secret.
    pub fn offer(&self, secret: String, port: MessagePort) {
        spawn_local(self.0.clone().consider(secret, port));
    }
}

/// A panel that waits for the first page that may speak to it.
struct Waiting {
    panel: Rc<Panel>,
    /// Where it draws, in which words; nothing when it has drawn.
    drawing: Cell<Option<(Element, Words)>>,
    language: Language,
}

impl Waiting {
    /// Takes a port, if the secret that came with it is the one that was left
    /// for this tab.
    ///
    /// There is one port at a time. A secret is good for one use, so a right
    /// one means that our own page side has started anew, and its port takes
    /// the place of the earlier one. A wrong one says nothing about anything:
    /// its port is closed, and the panel goes on waiting.
    async fn consider(self: Rc<Self>, secret: String, port: MessagePort) {
        if !self.panel.redeems(&secret).await {
            port.close();
            return;
        }
        if let Some((place, words)) = self.drawing.take() {
            self.panel.read_library();
            self.panel.keep_time();
            self.panel.leave_watch();
            draw(&self.panel, &place, words, self.language);
        }
        self.panel.take(port);
    }
}

/// Lays the desk, and returns when ports can be offered. `formats` answers with the
/// module that reads and writes files of replies, when one is needed.
#[wasm_bindgen]
pub async fn start(formats: js_sys::Function) -> Result<Started, JsError> {
    stopped::on_panic(|| {
        panel::close_port();
    });
    let place = focus::by_id("panel").ok_or_else(|| JsError::new("no element to draw in"))?;
    let host = Host::here();
    let languages = host.languages();
    let language = Language::of(&languages);
    let packs = files::json::<Packs>("../packs/stock.json");
    let words = Words::fetch(&format!("../_locales/{}/messages.json", folder(language))).await?;
    let mut wrong = Vec::new();
    let packs = packs.await.unwrap_or_else(|failure| {
        wrong.push(failure.to_string());
        Packs::default()
    });
    let (stock, problems) = Stock::new(packs, &Shop::default());
    wrong.extend(problems.iter().map(ToString::to_string));

    let desk = Desk::new(stock).in_tab(storage::name());
    let panel = Rc::new(Panel::new(host, languages, desk, Formats::new(formats)));
    if !wrong.is_empty() {
        panel.report(word::TROUBLE_PACKS, wrong.join("\n"));
    }
    let drawing = Cell::new(Some((place.into(), words)));
    Ok(Started(Rc::new(Waiting { panel, drawing, language })))
}

fn draw(panel: &Rc<Panel>, place: &Element, words: Words, language: Language) {
    if let Some(document) = focus::document() {
        document.set_title(&words.say(word::NAME));
        if let Some(root) = document.document_element() {
            // Setting an attribute of a fixed, valid name cannot fail.
            let _ = root.set_attribute("lang", tag(language));
        }
    }
    let platform = web_sys::window().and_then(|it| it.navigator().platform().ok());
    let keyboard = Keyboard::of_platform(&platform.unwrap_or_default());
    let screen = Screen::new(panel.view.clone(), panel.trouble.clone(), words, keyboard, {
        let panel = panel.clone();
        move |did| panel.happen(Event::Panel(did))
    })
    .with_time(panel.time.clone())
    .with_files(panel.incoming.clone(), panel.incoming_orders.clone(), {
        let panel = panel.clone();
        move |wish| panel.wished(wish)
    });
    let screen = if panel.has_background() {
        let panel = panel.clone();
        screen.with_notifications(move || panel.open_options())
    } else {
        screen
    };
    // The drawing lives as long as its document: its handle is never used.
    let _ = dominator::append_dom(place, draw::panel(&Rc::new(screen)));
}

/// The folder of a language in `_locales`.
fn folder(language: Language) -> &'static str {
    match language {
        Language::Hans => "zh_CN",
        Language::Hant => "zh_TW",
        Language::En => "en",
    }
}

/// The language as a document names it; browsers choose the shapes of Han
/// characters by it.
fn tag(language: Language) -> &'static str {
    match language {
        Language::Hans => "zh-Hans-CN",
        Language::Hant => "zh-Hant-TW",
        Language::En => "en",
    }
}
