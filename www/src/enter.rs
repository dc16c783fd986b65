//! A drill's buyer as the console puts one on screen: the shape of a
//! conversation in `console/shop.ts`.

use deti::drill::{Drill, Line};
use deti::text::Script;
use serde::Serialize;
use wasm_bindgen::JsValue;

#[derive(Serialize)]
struct Conversation<'a> {
    key: String,
    buyer: &'a str,
    tags: [(); 0],
    unread: u32,
    waited: Option<u32>,
    messages: [(); 0],
    orders: [Order<'a>; 1],
    reactions: [(); 0],
    otherwise: [(); 0],
}

#[derive(Serialize)]
struct Order<'a> {
    number: &'a str,
    status: &'a str,
    item: &'a str,
    spec: &'a str,
    amount: &'a str,
    created: u32,
    art: &'a str,
    track: Vec<Step<'a>>,
}

#[derive(Serialize)]
struct Step<'a> {
    ago: u32,
    text: &'a str,
}

/// The conversation of a drill's buyer, nothing said yet.
pub fn conversation(drill: &Drill, script: Script) -> JsValue {
    let say = |line: &'_ Line| -> String { line.in_script(script).to_owned() };
    let order = &drill.order;
    let steps = order.track.iter();
    let (buyer, status, item) = (say(&drill.buyer.name), say(&order.status), say(&order.item));
    let (spec, amount) = (say(&order.spec), say(&order.amount));
    let conversation = Conversation {
        key: format!("drill-{}", drill.id),
        buyer: &buyer,
        tags: [],
        unread: 0,
        waited: None,
        messages: [],
        orders: [Order {
            number: &order.number,
            status: &status,
            item: &item,
            spec: &spec,
            amount: &amount,
            created: order.created,
            art: &order.art,
            track: steps
                .map(|step| Step { ago: step.ago, text: step.text.in_script(script) })
                .collect(),
        }],
        reactions: [],
        otherwise: [],
    };
    // Plain strings and numbers always serialise.
    serde_wasm_bindgen::to_value(&conversation).unwrap_or(JsValue::NULL)
}
