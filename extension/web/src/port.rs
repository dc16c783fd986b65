//! A typed end of a `MessageChannel`.
//!
//! What goes over it are structured-clone objects in serde's shape. A message
//! of another shape reaches the listener as a [`Failure`], never as a panic:
//! the other end may be an older or a newer one.

use std::marker::PhantomData;

use gloo_events::EventListener;
use serde::{Serialize, de::DeserializeOwned};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, MessagePort};

use crate::Failure;

/// An open port that sends `Out`. Dropping it closes the port and ends the
/// listening.
#[must_use = "a dropped port is closed"]
#[derive(Debug)]
pub struct Port<Out> {
    port: MessagePort,
    _listeners: [EventListener; 3],
    sends: PhantomData<fn(Out)>,
}

impl<Out: Serialize> Port<Out> {
    /// Opens the port. `hear` gets every message in order; `closed` is called
    /// where the browser tells that the other end is gone (not all do).
    pub fn open<In, Hear, Closed>(port: MessagePort, hear: Hear, closed: Closed) -> Self
    where
        In: DeserializeOwned + 'static,
        Hear: Fn(Result<In, Failure>) + Clone + 'static,
        Closed: FnOnce() + 'static,
    {
        let told = hear.clone();
        let listeners = [
            EventListener::new(&port, "message", move |event| {
                let data = event.unchecked_ref::<MessageEvent>().data();
                told(serde_wasm_bindgen::from_value(data).map_err(unreadable));
            }),
            EventListener::new(&port, "messageerror", move |_| {
                hear(Err(Failure::new("reading a message", "it could not be cloned")));
            }),
            EventListener::once(&port, "close", move |_| closed()),
        ];
        port.start();
        Self { port, _listeners: listeners, sends: PhantomData }
    }

    /// Sends a message.
    pub fn send(&self, message: &Out) -> Result<(), Failure> {
        let doing = "sending a message";
        let data: JsValue = message
            .serialize(&Serializer::json_compatible())
            .map_err(|error| Failure::new(doing, error.to_string()))?;
        self.port.post_message(&data).map_err(|thrown| Failure::thrown(doing, &thrown))
    }
}

impl<Out> Drop for Port<Out> {
    fn drop(&mut self) {
        self.port.close();
    }
}

fn unreadable(error: serde_wasm_bindgen::Error) -> Failure {
    Failure::new("reading a message", error.to_string())
}
