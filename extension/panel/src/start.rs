//! The start: the words and the packs are fetched, the desk is laid, the screen
//! is drawn. From then on ports may be offered.

use std::rc::Rc;

use deti::desk::{Desk, Event, Language, Packs, Stock};
use deti::shop::Shop;
use deti_web::{Host, Words, files, storage};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::MessagePort;

use crate::files::Formats;
use crate::keyboard::Keyboard;
use crate::panel::{self, Panel};
use crate::screen::Screen;
use crate::{draw, focus, stopped, word};

/// The panel, as the script of its document holds it.
#[wasm_bindgen]
pub struct Started(Rc<Panel>);

#[wasm_bindgen]
impl Started {
    /// Offers a port that came together with a secret.
    pub fn offer(&self, secret: String, port: MessagePort) {
        spawn_local(self.0.clone().consider(secret, port));
    }
}

/// Draws the panel, and returns it when ports can be offered. `formats` answers with
/// the module that reads and writes files of replies, when one is needed.
#[wasm_bindgen]
pub async fn start(formats: js_sys::Function) -> Result<Started, JsError> {
    stopped::on_panic(|| {
        panel::close_port();
    });
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
    panel.read_library();
    panel.keep_time();
    panel.leave_watch();
    draw(&panel, words, language).ok_or_else(|| JsError::new("no element to draw in"))?;
    Ok(Started(panel))
}

fn draw(panel: &Rc<Panel>, words: Words, language: Language) -> Option<()> {
    let document = focus::document()?;
    document.document_element()?.set_attribute("lang", tag(language)).ok()?;
    document.set_title(&words.say(word::NAME));
    let keyboard = Keyboard::of_platform(&web_sys::window()?.navigator().platform().ok()?);
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
    let place = focus::by_id("panel")?;
    let _ = dominator::append_dom(&place, draw::panel(&Rc::new(screen)));
    Some(())
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
