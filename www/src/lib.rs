//! The training sandbox: a drill played inside the practice console.
//!
//! The console page is TypeScript and knows nothing of drills; it lends a
//! [`Stage`](stage::Stage) on which a buyer can speak and the agent is heard.
//! Everything else is here: the library of drills and rules, the performance
//! with its timers, and the cards around it, drawn into an element of their
//! own. What is written is checked by the same checker and the same packs as
//! in daily work.

mod draw;
mod enter;
mod library;
mod performance;
mod stage;
mod training;

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

use library::Library;
use stage::Stage;
use training::Training;

/// Opens the training in `element`, on the console's stage. What could not be
/// loaded is said in the element, and in detail on the browser's console.
#[wasm_bindgen]
pub async fn train(stage: Stage, element: HtmlElement) {
    let (library, failures) = Library::load(stage.script()).await;
    for failure in failures {
        web_sys::console::warn_1(&failure.into());
    }
    let training = Training::new(stage, library);
    dominator::append_dom(&element, draw::training(&training));
}
