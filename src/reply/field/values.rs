//! What is known of a reply's fields, and where from.

/// Values for fields, by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Values(Vec<(String, Known)>);

/// A value that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The value, one line.
    pub text: String,
    /// Where it stands on the page; `None` if the agent entered it.
    pub origin: Option<Origin>,
    /// When it was seen there, in milliseconds since the epoch.
    pub seen: u64,
    /// Whether that is too long ago, or was beside another conversation.
    pub stale: bool,
}

/// Where on the page a value stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// On an order card.
    Order {
        /// Which card it is, counted from 1 in page order.
        card: usize,
        /// The order's number; empty if the card shows none.
        number: String,
    },
    /// At the head of the conversation.
    Conversation,
}

impl Values {
    /// Sets a field's value, as one line: a value comes from a page or from a
    /// form, and it must not break the reply into paragraphs. An empty value is
    /// no value.
    pub fn set(&mut self, name: &str, value: &str) {
        self.put(name, value, None, 0);
    }

    /// The same for a value of the page, with where and when it was seen.
    pub fn see(&mut self, name: &str, value: &str, origin: Origin, seen: u64) {
        self.put(name, value, Some(origin), seen);
    }

    fn put(&mut self, name: &str, value: &str, origin: Option<Origin>, seen: u64) {
        let line = value.split(|c: char| c.is_whitespace() || c.is_control());
        let text = line.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        self.0.retain(|(known, _)| known != name);
        if !text.is_empty() {
            self.0.push((name.to_owned(), Known { text, origin, seen, stale: false }));
        }
    }

    /// Marks as stale every value of the page that was seen before this moment.
    pub fn age(&mut self, before: u64) {
        for (_, known) in &mut self.0 {
            known.stale |= known.origin.is_some() && known.seen < before;
        }
    }

    /// Marks every value of the page as stale, whenever it was seen: it is another
    /// conversation's.
    pub fn outdate(&mut self) {
        self.age(u64::MAX);
    }

    /// The field's value, if it has one.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.known(name).map(|known| known.text.as_str())
    }

    /// The field's value with where it came from.
    pub fn known(&self, name: &str) -> Option<&Known> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// Every value, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Known)> {
        self.0.iter().map(|(name, known)| (name.as_str(), known))
    }
}
