//! What every part of the drawing is given: the view to follow, the words to
//! say it in, and where the agent's doings go.

use deti::desk::wire::Ask;
use deti::desk::{PanelEvent, View};
use deti_web::Words;
use futures_signals::signal::{LocalBoxSignal, Mutable, SignalExt};

use crate::files::{Incoming, IncomingOrders, Loss};
use crate::keyboard::Keyboard;

/// The screen that the desk is drawn on.
pub struct Screen {
    view: Mutable<View>,
    trouble: Mutable<Option<Trouble>>,
    words: Words,
    keyboard: Keyboard,
    incoming: Mutable<Option<Incoming>>,
    incoming_orders: Mutable<Option<IncomingOrders>>,
    time: Mutable<u64>,
    act: Box<dyn Fn(PanelEvent)>,
    notify: Option<Box<dyn Fn()>>,
    files: Box<dyn Fn(FileWish)>,
}

/// What the agent wants done with a file.
pub enum FileWish {
    /// Read it, and show what importing it would do.
    Bring(web_sys::File),
    /// Read it as an adapter, and show what it would bring.
    BringAdapter(web_sys::File),
    /// Write the agent's own replies in the format of this name.
    Export(String),
    /// Read it as a file of orders, and show what taking it in would do.
    BringOrders(web_sys::File),
    /// Read the last one again: the column of this name is that, or nothing.
    MapColumn {
        /// Its name.
        name: String,
        /// What it holds.
        is: Option<String>,
    },
}

/// One thing that the drawing follows.
pub type Seen<T> = LocalBoxSignal<'static, T>;

/// What is to be told of what happens around the desk; the desk itself goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// Something went wrong.
    Wrong {
        /// The key of the sentence that says it.
        word: &'static str,
        /// What exactly happened, for who wants to know.
        detail: String,
    },
    /// A file was written, and its format cannot hold this.
    Lost(Vec<Loss>),
}

impl Screen {
    /// A screen that shows `view` and hands the agent's doings to `act`.
    pub fn new(
        view: Mutable<View>,
        trouble: Mutable<Option<Trouble>>,
        words: Words,
        keyboard: Keyboard,
        act: impl Fn(PanelEvent) + 'static,
    ) -> Self {
        Self {
            view,
            trouble,
            words,
            keyboard,
            incoming: Mutable::new(None),
            incoming_orders: Mutable::new(None),
            time: Mutable::new(0),
            act: Box::new(act),
            notify: None,
            files: Box::new(|_| {}),
        }
    }

    /// The same screen with files: what came of one is shown from `incoming`.
    pub(crate) fn with_files(
        self,
        incoming: Mutable<Option<Incoming>>,
        incoming_orders: Mutable<Option<IncomingOrders>>,
        files: impl Fn(FileWish) + 'static,
    ) -> Self {
        Self { incoming, incoming_orders, files: Box::new(files), ..self }
    }

    /// The same screen with a clock, in milliseconds since the epoch.
    pub(crate) fn with_time(self, time: Mutable<u64>) -> Self {
        Self { time, ..self }
    }

    /// The same screen beside a background that can notify the agent: `choose`
    /// opens the page on which she chooses that.
    pub(crate) fn with_notifications(self, choose: impl Fn() + 'static) -> Self {
        Self { notify: Some(Box::new(choose)), ..self }
    }

    /// Whether the agent can be notified.
    pub fn notifies(&self) -> bool {
        self.notify.is_some()
    }

    /// The agent wants to choose whether she is notified.
    pub fn choose_notifications(&self) {
        if let Some(choose) = &self.notify {
            choose();
        }
    }

    /// Follows the time, as often as what is counted down needs it.
    pub fn time(&self) -> Seen<u64> {
        self.time.signal().boxed_local()
    }

    /// Follows one fact of the view; it is told only when it changes.
    ///
    /// Its type names only what is seen: the browser's glue is made once for
    /// each kind of fact, and not anew for every place that follows one.
    pub fn see<T, F>(&self, fact: F) -> Seen<T>
    where
        T: Clone + PartialEq + 'static,
        F: FnMut(&View) -> T + 'static,
    {
        self.view.signal_ref(fact).dedupe_cloned().boxed_local()
    }

    /// Looks at one fact of the view as it is now.
    pub fn now<T>(&self, fact: impl FnOnce(&View) -> T) -> T {
        fact(&self.view.lock_ref())
    }

    /// Follows the trouble, if there is any.
    pub fn trouble(&self) -> Seen<Option<Trouble>> {
        self.trouble.signal_cloned().boxed_local()
    }

    /// A sentence of the interface.
    pub fn say(&self, word: &str) -> String {
        self.words.say(word)
    }

    /// A sentence with arguments.
    pub fn say_with(&self, word: &str, arguments: &[&str]) -> String {
        self.words.say_with(word, arguments)
    }

    /// How this machine's keyboard names its keys.
    pub fn keyboard(&self) -> Keyboard {
        self.keyboard
    }

    /// The agent did this.
    pub fn act(&self, event: PanelEvent) {
        (self.act)(event);
    }

    /// Follows the file that was last looked at before it is imported.
    pub(crate) fn incoming(&self) -> Seen<Option<Incoming>> {
        self.incoming.signal_cloned().boxed_local()
    }

    /// Follows the file of orders that was last looked at.
    pub(crate) fn incoming_orders(&self) -> Seen<Option<IncomingOrders>> {
        self.incoming_orders.signal_cloned().boxed_local()
    }

    /// The agent wants this done with a file.
    pub fn wish(&self, wish: FileWish) {
        (self.files)(wish);
    }

    /// The agent chose this file to import.
    pub fn bring(&self, file: web_sys::File) {
        self.wish(FileWish::Bring(file));
    }

    /// The agent wants her own replies in this format.
    pub fn export(&self, format: String) {
        self.wish(FileWish::Export(format));
    }

    /// The agent asked for this.
    pub fn ask(&self, ask: Ask) {
        self.act(PanelEvent::Ask(ask));
    }
}
