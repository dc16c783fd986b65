//! What the console lends to a drill. The other side is `console/stage.ts`.

use std::rc::Rc;

use deti::text::Script;
use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// The console, as far as a drill may touch it.
    #[wasm_bindgen(typescript_type = "Stage")]
    #[derive(Debug, Clone)]
    pub type Stage;

    #[wasm_bindgen(method, js_name = isTraditional)]
    fn is_traditional(this: &Stage) -> bool;

    /// Puts a buyer's conversation on screen.
    #[wasm_bindgen(method)]
    pub fn enter(this: &Stage, conversation: JsValue);

    /// The buyer who entered writes a message.
    #[wasm_bindgen(method)]
    pub fn say(this: &Stage, text: &str);

    /// Calls back with what the agent sends to that buyer; `undefined` ends it.
    #[wasm_bindgen(method, js_name = hear)]
    fn hear(this: &Stage, listener: Option<&Closure<dyn FnMut(String)>>);
}

/// The agent is heard as long as this lives.
#[must_use = "a dropped ear hears nothing"]
pub struct Ear {
    stage: Rc<Stage>,
    _listener: Closure<dyn FnMut(String)>,
}

impl Stage {
    /// The script that the console's page is in.
    pub fn script(&self) -> Script {
        if self.is_traditional() { Script::Hant } else { Script::Hans }
    }
}

impl Ear {
    /// Listens to what the agent sends.
    pub fn on(stage: Rc<Stage>, heard: impl FnMut(String) + 'static) -> Self {
        let listener = Closure::new(heard);
        stage.hear(Some(&listener));
        Self { stage, _listener: listener }
    }
}

impl Drop for Ear {
    fn drop(&mut self) {
        self.stage.hear(None);
    }
}
