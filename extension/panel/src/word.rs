//! The keys of the panel's words, each one a sentence in
//! `_locales/*/messages.json`.

macro_rules! words {
    ($($name:ident = $key:literal;)*) => {
        $(pub(crate) const $name: &str = $key;)*

        #[cfg(test)]
        const ALL: &[&str] = &[$($key),*];
    };
}

words! {
    NAME = "name";
    STATE_STARTING = "state_starting";
    STATE_ON = "state_on";
    STATE_PAUSED = "state_paused";
    STATE_NO_COMPOSER = "state_no_composer";
    WAITING = "waiting";
    WAITING_SHORT = "waiting_short";
    PAUSE = "pause";
    PAUSE_HOUR = "pause_hour";
    PAUSE_SITE = "pause_site";
    PAUSE_CONVERSATION = "pause_conversation";
    PAUSE_NO_CONVERSATION = "pause_no_conversation";
    PAUSED_HOUR = "paused_hour";
    PAUSED_SITE = "paused_site";
    PAUSED_CONVERSATION = "paused_conversation";
    RESUME = "resume";
    SETTINGS = "settings";
    FOLD = "fold";
    UNFOLD = "unfold";
    NOW_DRAFT = "now_draft";
    NOW_COUNT = "now_count";
    NOW_CLEAR = "now_clear";
    NOW_STARTING = "now_starting";
    NOW_PAUSED = "now_paused";
    NOW_NO_COMPOSER = "now_no_composer";
    LEVEL_BLOCK = "level_block";
    LEVEL_WARN = "level_warn";
    LEVEL_TIP = "level_tip";
    LOOK = "look";
    TAKE = "take";
    TAKE_OUT = "take_out";
    LEAVE_OUT = "leave_out";
    OR_ELSE = "or_else";
    IGNORE = "ignore";
    FIX_ALL = "fix_all";
    HELD = "held";
    SEND_ANYWAY = "send_anyway";
    REASON_ASK = "reason_ask";
    REASON_QUOTE = "reason_quote";
    REASON_FITS = "reason_fits";
    REASON_LEAD = "reason_lead";
    REASON_OWN = "reason_own";
    REASON_SEND = "reason_send";
    KEEP_EDITING = "keep_editing";
    DUE = "due";
    WRITE_REMINDER = "write_reminder";
    TABS = "tabs";
    TAB_REPLIES = "tab_replies";
    TAB_ORDERS = "tab_orders";
    TAB_NOTES = "tab_notes";
    SEARCH = "search";
    REPLIES_NONE_MATCH = "replies_none_match";
    REPLIES_NONE = "replies_none";
    ORDER_FILLS = "order_fills";
    ORDER_CREATED = "order_created";
    ORDER_CLOSES = "order_closes";
    ORDER_REMINDED = "order_reminded";
    ORDER_MISSING = "order_missing";
    NOTES_NONE = "notes_none";
    FORM_TITLE = "form_title";
    FORM_ORDERS = "form_orders";
    FORM_INSERT = "form_insert";
    FORM_CANCEL = "form_cancel";
    FIELD_ORDER_NO = "field_order_no";
    FIELD_ITEM = "field_item";
    FIELD_BUYER = "field_buyer";
    FIELD_AMOUNT = "field_amount";
    FIELD_TRACKING = "field_tracking";
    DOCK = "dock";
    DOCK_LEFT = "dock_left";
    DOCK_RIGHT = "dock_right";
    DOCK_FLOAT = "dock_float";
    KEYS = "keys";
    KEY_TAKE = "key_take";
    KEY_FIX_ALL = "key_fix_all";
    KEY_PANEL = "key_panel";
    KEY_PAUSE = "key_pause";
    KEY_REPLY = "key_reply";
    KEY_REMINDER = "key_reminder";
    KEY_SEARCH = "key_search";
    KEY_BACK = "key_back";
    PRIVACY = "privacy";
    HINT_BACK = "hint_back";
    NOTICE_INSERTED = "notice_inserted";
    NOTICE_REWRITTEN = "notice_rewritten";
    NOTICE_REMINDER = "notice_reminder";
    NOTICE_REMINDER_STANDS = "notice_reminder_stands";
    NOTICE_COPIED = "notice_copied";
    NOTICE_TEXT_CHANGED = "notice_text_changed";
    NOTICE_OTHER_CONVERSATION = "notice_other_conversation";
    NOTICE_NO_COMPOSER = "notice_no_composer";
    NOTICE_MISSING = "notice_missing";
    NOTICE_STALE = "notice_stale";
    NOTICE_BROKEN = "notice_broken";
    NOTICE_ROUND = "notice_round";
    NOTICE_NOT_OFFERED = "notice_not_offered";
    NOTICE_STRAYS = "notice_strays";
    NOTICE_UNSAVED = "notice_unsaved";
    NOTICE_STILL_OPEN = "notice_still_open";
    NOTICE_FORM_LEFT = "notice_form_left";
    NOTICE_NOT_WHILE_SEARCHING = "notice_not_while_searching";
    NOTICE_SAVED = "notice_saved";
    NOTICE_SAVED_OVER = "notice_saved_over";
    NOTICE_MOVED = "notice_moved";
    NOTICE_DELETED = "notice_deleted";
    NOTICE_RESTORED = "notice_restored";
    NOTICE_EMPTIED = "notice_emptied";
    NOTICE_HIDDEN = "notice_hidden";
    NOTICE_SHOWN = "notice_shown";
    NOTICE_SEVERAL = "notice_several";
    NOTICE_UNDONE = "notice_undone";
    NOTICE_UNDONE_ADDED = "notice_undone_added";
    NOTICE_NO_CHANGE = "notice_no_change";
    NOTICE_NO_TITLE = "notice_no_title";
    NOTICE_NO_BODY = "notice_no_body";
    NOTICE_DAYS = "notice_days";
    NOTICE_UNFITTING = "notice_unfitting";
    NOTICE_NOT_KEPT = "notice_not_kept";
    NOTICE_FULL = "notice_full";
    NOTICE_RELEASED = "notice_released";
    NOTICE_NOTHING_TO_FIX = "notice_nothing_to_fix";
    NOTICE_NOTHING_DUE = "notice_nothing_due";
    NOTICE_OTHER_BUYER = "notice_other_buyer";
    NOTICE_THEIR_CONVERSATION = "notice_their_conversation";
    NOTICE_SAME_NAME = "notice_same_name";
    NOTICE_SAME_NAME_LAST = "notice_same_name_last";
    NOTICE_NOT_NOW = "notice_not_now";
    BOARD_IMPORT = "board_import";
    BOARD_LIMITS = "board_limits";
    BOARD_FOLLOW_ABOUT = "board_follow_about";
    INTAKE_TAKE = "intake_take";
    INTAKE_TAKEN = "intake_taken";
    INTAKE_KNOWN = "intake_known";
    INTAKE_REPEATED = "intake_repeated";
    INTAKE_OVER = "intake_over";
    INTAKE_FRESHER = "intake_fresher";
    INTAKE_COLUMNS = "intake_columns";
    INTAKE_COLUMN = "intake_column";
    COLUMN_STATUS = "column_status";
    COLUMN_BUYER = "column_buyer";
    COLUMN_ITEM = "column_item";
    COLUMN_AMOUNT = "column_amount";
    COLUMN_CREATED = "column_created";
    COLUMN_CLOSES = "column_closes";
    COLUMN_TRACKING = "column_tracking";
    COLUMN_PAST = "column_past";
    NOTICE_NOBODYS = "notice_nobodys";
    BECAUSE_NO_STATUS = "because_no_status";
    LIMIT_ABOUT = "limit_about";
    LIMIT_PLATFORM = "limit_platform";
    LIMIT_EVERYWHERE = "limit_everywhere";
    LIMIT_USUAL_VALUE = "limit_usual_value";
    LIMIT_NONE = "limit_none";
    LIMIT_CLOSE = "limit_close";
    LIMIT_YES = "limit_yes";
    LIMIT_NO = "limit_no";
    LIMIT_LIKE_NUMBER = "limit_like_number";
    LIMIT_LIKE_MAYBE = "limit_like_maybe";
    LIMIT_LIKE_HOURS = "limit_like_hours";
    LIMIT_LIKE_TIME = "limit_like_time";
    LIMIT_LIKE_DAYS = "limit_like_days";
    LIMIT_LIKE_FLAG = "limit_like_flag";
    LIMIT_PART_WHEN = "limit_part_when";
    LIMIT_PART_OFTEN = "limit_part_often";
    LIMIT_PART_QUIET = "limit_part_quiet";
    LIMIT_PART_WHICH = "limit_part_which";
    LIMIT_PART_SAID = "limit_part_said";
    LIMIT_PART_ASKED = "limit_part_asked";
    NOTICE_NO_BUYER = "notice_no_buyer";
    REPLY_ADD = "reply_add";
    REPLY_EDIT = "reply_edit";
    REPLY_COPY = "reply_copy";
    REPLY_DELETE = "reply_delete";
    REPLY_HIDE = "reply_hide";
    REPLY_SHOW = "reply_show";
    REPLY_OWN = "reply_own";
    REPLY_MORE = "reply_more";
    REPLY_USES = "reply_uses";
    REPLY_UPDATED = "reply_updated";
    REPLY_UNTIL = "reply_until";
    REPLY_ENDED = "reply_ended";
    REPLY_NOT_YET = "reply_not_yet";
    REPLY_ELSEWHERE = "reply_elsewhere";
    REPLY_HIDDEN = "reply_hidden";
    REPLY_STALE = "reply_stale";
    LIST_STALE = "page_list_stale";
    REPLY_UP = "reply_up";
    REPLY_DOWN = "reply_down";
    FROM_ORDER = "from_order";
    FROM_TALK = "from_talk";
    SHELF = "shelf";
    SHELF_IMPORT = "shelf_import";
    SHELF_EXPORT = "shelf_export";
    SHELF_BIN = "shelf_bin";
    SHELF_AWAY = "shelf_away";
    SHELF_ONLY = "shelf_only";
    SHELF_UNUSED = "shelf_unused";
    SHELF_TWINS = "shelf_twins";
    UNDO = "undo";
    ENDS_TODAY = "ends_today";
    ENDS_IN = "ends_in";
    UNKEPT = "unkept";
    UNKEPT_AGAIN = "unkept_again";
    UNKEPT_FILE = "unkept_file";
    ASIDE = "aside";
    EDITOR_NEW = "editor_new";
    EDITOR_EDIT = "editor_edit";
    EDITOR_COPY = "editor_copy";
    EDITOR_SCRIPT = "editor_script";
    EDITOR_HANS = "editor_hans";
    EDITOR_HANT = "editor_hant";
    EDITOR_TITLE = "editor_title";
    EDITOR_FOLDER = "editor_folder";
    EDITOR_LETTERS = "editor_letters";
    EDITOR_BODY = "editor_body";
    EDITOR_FIELDS = "editor_fields";
    EDITOR_ID = "editor_id";
    EDITOR_SAME_LETTERS = "editor_same_letters";
    EDITOR_OLD_HANS = "editor_old_hans";
    EDITOR_OLD_HANT = "editor_old_hant";
    EDITOR_TAGS = "editor_tags";
    EDITOR_FROM = "editor_from";
    EDITOR_UNTIL = "editor_until";
    EDITOR_PLATFORMS = "editor_platforms";
    EDITOR_SAVE = "editor_save";
    EDITOR_SAVE_ANYWAY = "editor_save_anyway";
    EDITOR_DISCARD = "editor_discard";
    BIN_KEEPS = "bin_keeps";
    BIN_NONE = "bin_none";
    BIN_BACK = "bin_back";
    BIN_EMPTY = "bin_empty";
    BIN_DAYS = "bin_days";
    BIN_RESTORE = "bin_restore";
    PLAN_TITLE = "plan_title";
    PLAN_FILTER = "plan_filter";
    PLAN_NEW = "plan_new";
    PLAN_CHANGED = "plan_changed";
    PLAN_DUPLICATE = "plan_duplicate";
    PLAN_REFUSED = "plan_refused";
    PLAN_REST = "plan_rest";
    PLAN_IMPORT = "plan_import";
    FATE_NEW = "fate_new";
    FATE_CHANGED = "fate_changed";
    FATE_DUPLICATE = "fate_duplicate";
    FATE_REFUSED = "fate_refused";
    SAME_REPLY = "same_reply";
    SAME_ROW = "same_row";
    WHY_TOO_LONG = "why_too_long";
    WHY_LETTERS = "why_letters";
    WHY_LETTERS_ROW = "why_letters_row";
    WHY_STRAYS = "why_strays";
    WHY_MARKED = "why_marked";
    WHY_OLD_HANS = "why_old_hans";
    WHY_OLD_HANT = "why_old_hant";
    WHY_UNREAD = "why_unread";
    REMARK_AT = "remark_at";
    PART_PLATFORMS = "part_platforms";
    PART_DAYS = "part_days";
    PART_SOURCE = "part_source";
    FORMAT_PACK = "format_pack";
    FORMAT_EXCEL = "format_excel";
    FORMAT_CSV = "format_csv";
    FORMAT_QIANNIU = "format_qianniu";
    FORMAT_KEEHOO = "format_keehoo";
    FORMAT_TEXT_BLAZE = "format_text_blaze";
    FORMAT_ESPANSO = "format_espanso";
    KEY_ADD = "key_add";
    KEY_EDIT = "key_edit";
    KEY_MOVE = "key_move";
    KEY_DELETE = "key_delete";
    BOARD_DUE = "board_due";
    BOARD_LATER = "board_later";
    BOARD_NEVER = "board_never";
    BOARD_PAID = "board_paid";
    BOARD_ASKED = "board_asked";
    BOARD_OTHER = "board_other";
    BOARD_FILTERS = "board_filters";
    FILTER_ALL = "filter_all";
    FILTER_HERE = "filter_here";
    FILTER_FRESH = "filter_fresh";
    BOARD_NONE = "board_none";
    BOARD_NONE_MATCH = "board_none_match";
    BOARD_MORE = "board_more";
    BOARD_MORE_TO_FIND = "board_more_to_find";
    BOARD_FIND = "board_find";
    BOARD_ADD = "board_add";
    ORDER_HERE = "order_here";
    ORDER_NOBODY = "order_nobody";
    ORDER_CLOSES_IN = "order_closes_in";
    ORDER_AT = "order_at";
    ORDER_IN = "order_in";
    ORDER_PAID_AFTER = "order_paid_after";
    ORDER_NUMBER = "order_number";
    ORDER_CAUSE = "order_cause";
    ORDER_TONE = "order_tone";
    ORDER_WORDS = "order_words";
    ORDER_DECLINED = "order_declined";
    ORDER_PAID = "order_paid";
    ORDER_REMINDED_ELSEWHERE = "order_reminded_elsewhere";
    ORDER_TOMORROW = "order_tomorrow";
    ORDER_ALONE = "order_alone";
    ORDER_WANTED = "order_wanted";
    ORDER_UNMARK = "order_unmark";
    CAUSE_FORGOT = "cause_forgot";
    CAUSE_HESITATING = "cause_hesitating";
    CAUSE_COMPARING = "cause_comparing";
    CAUSE_PAYMENT = "cause_payment";
    CAUSE_WRONG = "cause_wrong";
    CAUSE_UNWANTED = "cause_unwanted";
    TONE_WARM = "tone_warm";
    TONE_FORMAL = "tone_formal";
    TONE_BRIEF = "tone_brief";
    ASKED_WRITE = "asked_write";
    ASKED_SENT = "asked_sent";
    LENGTH_MINUTES = "length_minutes";
    LENGTH_HOURS = "length_hours";
    LENGTH_BOTH = "length_both";
    LENGTH_DAYS = "length_days";
    TIME_TOMORROW = "time_tomorrow";
    BECAUSE_DUE = "because_due";
    BECAUSE_PAID = "because_paid";
    BECAUSE_CLOSED = "because_closed";
    BECAUSE_EXPIRED = "because_expired";
    BECAUSE_REFUND = "because_refund";
    BECAUSE_REFUND_OTHER = "because_refund_other";
    BECAUSE_COMPLAINT = "because_complaint";
    BECAUSE_COMPLAINT_BEFORE = "because_complaint_before";
    BECAUSE_DECLINED = "because_declined";
    BECAUSE_DECLINED_BEFORE = "because_declined_before";
    BECAUSE_DECLINED_MARKED = "because_declined_marked";
    BECAUSE_LEFT_ALONE = "because_left_alone";
    BECAUSE_DUPLICATE = "because_duplicate";
    BECAUSE_UNKNOWN = "because_unknown";
    BECAUSE_AMOUNT = "because_amount";
    BECAUSE_CEILING_TOTAL = "because_ceiling_total";
    BECAUSE_CLOSES_FIRST = "because_closes_first";
    BECAUSE_TOO_EARLY = "because_too_early";
    BECAUSE_ASKED_EARLY = "because_asked_early";
    BECAUSE_RECENT_REMINDER = "because_recent_reminder";
    BECAUSE_NOT_LAST = "because_not_last";
    BECAUSE_NO_LAST = "because_no_last";
    BECAUSE_RECENT_CONTACT = "because_recent_contact";
    BECAUSE_CONTACT_TODAY = "because_contact_today";
    BECAUSE_SAID_LATER = "because_said_later";
    BECAUSE_SAID_LATER_BEFORE = "because_said_later_before";
    BECAUSE_SAID_OPEN = "because_said_open";
    BECAUSE_SAID_OPEN_BEFORE = "because_said_open_before";
    BECAUSE_LATER_MARKED = "because_later_marked";
    BECAUSE_LATER_OPEN = "because_later_open";
    BECAUSE_UNREAD = "because_unread";
    BECAUSE_CEILING_DAY = "because_ceiling_day";
    BECAUSE_CEILING_BUYER = "because_ceiling_buyer";
    BECAUSE_CEILING_ALL = "because_ceiling_all";
    BECAUSE_QUIET = "because_quiet";
    BECAUSE_UNTIL_MORNING = "because_until_morning";
    BECAUSE_SAME_BUYER = "because_same_buyer";
    BECAUSE_UNUSUAL = "because_unusual";
    BECAUSE_NOT_CREDITED = "because_not_credited";
    BECAUSE_UNVERIFIED = "because_unverified";
    BECAUSE_FIRST_SEEN = "because_first_seen";
    BECAUSE_SEVERAL = "because_several";
    BECAUSE_ORDERED = "because_ordered";
    BECAUSE_SAYS_BOUGHT = "because_says_bought";
    BECAUSE_SAYS_PAID = "because_says_paid";
    BECAUSE_UNANSWERED = "because_unanswered";
    BECAUSE_TOO_OLD = "because_too_old";
    KEY_CAUSE = "key_cause";
    KEY_TONE = "key_tone";
    KEY_MARK = "key_mark";
    KEY_UNMARK = "key_unmark";
    PROMISE_OFFER = "promise_offer";
    PROMISE_OFFER_TO = "promise_offer_to";
    PROMISE_NOTE = "promise_note";
    PROMISE_NO = "promise_no";
    PROMISES = "promises";
    PROMISE_BY = "promise_by";
    PROMISE_LATE = "promise_late";
    PROMISE_KEPT = "promise_kept";
    PROMISE_TOMORROW = "promise_tomorrow";
    PROMISE_DROP = "promise_drop";
    DAILY = "daily";
    DAILY_ABNORMAL = "daily_abnormal";
    DAILY_UNANSWERED = "daily_unanswered";
    DAILY_PROMISED = "daily_promised";
    ERRAND_PAYMENT = "errand_payment";
    ERRAND_COMPLAINT = "errand_complaint";
    ERRAND_UNANSWERED = "errand_unanswered";
    ERRAND_PROMISE = "errand_promise";
    ENTER_TITLE = "enter_title";
    ENTER_SAVE = "enter_save";
    ENTER_CREATED = "enter_created";
    ENTER_CLOSES = "enter_closes";
    ENTRY_WRONG_NUMBER = "entry_wrong_number";
    ENTRY_WRONG_KNOWN = "entry_wrong_known";
    ENTRY_WRONG_AMOUNT = "entry_wrong_amount";
    ENTRY_WRONG_CREATED = "entry_wrong_created";
    ENTRY_WRONG_CLOSES = "entry_wrong_closes";
    SETTINGS_NOTIFY = "settings_notify";
    TROUBLE_FILE = "trouble_file";
    EXPORT_LOST = "export_lost";
    LOSS_OF = "loss_of";
    TROUBLE_PACKS = "trouble_packs";
    TROUBLE_STORAGE = "trouble_storage";
    TROUBLE_PAGE = "trouble_page";
    TROUBLE_PORT = "trouble_port";
    LOST = "lost";
    LOST_MANY = "lost_many";
    MEND_OPEN = "mend_open";
    MEND_QUIET = "mend_quiet";
    MEND_TITLE = "mend_title";
    MEND_UNKNOWN = "mend_unknown";
    MEND_SAVE = "mend_save";
    MEND_CLOSE = "mend_close";
    MEND_DISCARD = "mend_discard";
    MEND_POINT = "mend_point";
    MEND_STOP = "mend_stop";
    MEND_NEXT = "mend_next";
    MEND_SHOW = "mend_show";
    MEND_FOUND = "mend_found";
    MEND_NONE = "mend_none";
    MEND_POINTING = "mend_pointing";
    MEND_WAITS = "mend_waits";
    MEND_ALSO = "mend_also";
    REFUSED_ELSEWHERE = "refused_elsewhere";
    REFUSED_NOT_TWO = "refused_not_two";
    REFUSED_ALIKE = "refused_alike";
    REFUSED_NO_BOX = "refused_no_box";
    REFUSED_NO_NUMBER = "refused_no_number";
    REFUSED_NO_NAME = "refused_no_name";
    REFUSED_UNFOUND = "refused_unfound";
    PART_COMPOSER = "part_composer";
    PART_SEND = "part_send";
    PART_BUYER = "part_buyer";
    PART_THEIRS = "part_theirs";
    PART_OWN = "part_own";
    PART_ROW = "part_row";
    PART_ORDER = "part_order";
    SLOT_KEY = "slot_key";
    SLOT_MESSAGES = "slot_messages";
    SLOT_ROWS = "slot_rows";
    SLOT_ORDERS = "slot_orders";
    OWN_TITLE = "own_title";
    OWN_IMPORT = "own_import";
    OWN_EXPORT = "own_export";
    OWN_REMOVE = "own_remove";
    OWN_TAKE = "own_take";
    OWN_REPLACES = "own_replaces";
    OWN_KEYS = "own_keys";
    OWN_NO_KEYS = "own_no_keys";
    OWN_REFUSED = "own_refused";
    NOTICE_ADAPTER_KEPT = "notice_adapter_kept";
    NOTICE_ADAPTER_REMOVED = "notice_adapter_removed";
    NOTICE_ADAPTER_UNDONE = "notice_adapter_undone";
    NOTICE_ADAPTER_REFUSED = "notice_adapter_refused";
    NOTICE_ADAPTER_SLOW = "notice_adapter_slow";
}

/// What is said about a line of a file begins with this; the reader says how it goes on.
pub(crate) const REMARK: &str = "remark_";
/// How the words begin for what a format could not hold; what that is follows.
pub(crate) const LOSS: &str = "loss_";
/// What a limit is called begins with this; its name follows.
pub(crate) const LIMIT: &str = "limit_";
/// What a column of orders is called begins with this; its name follows.
pub(crate) const COLUMN: &str = "column_";

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::Value;

    use super::ALL;

    const LANGUAGES: [(&str, &str); 3] = [
        ("zh_CN", include_str!("../../_locales/zh_CN/messages.json")),
        ("zh_TW", include_str!("../../_locales/zh_TW/messages.json")),
        ("en", include_str!("../../_locales/en/messages.json")),
    ];

    fn messages(json: &str) -> BTreeMap<String, Value> {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn every_word_is_there_in_every_language() {
        for (language, json) in LANGUAGES {
            let messages = messages(json);
            for key in ALL {
                assert!(messages.contains_key(*key), "{language} has no {key}");
            }
            // Keys of the page, of the desk's window, of the browser's own lists and of
            // what is said about a file are not ours; the readers of files try those.
            let ours = messages.keys().filter(|key| {
                let others = [
                    "page_",
                    "desk_",
                    "ext_",
                    super::REMARK,
                    super::LOSS,
                    super::LIMIT,
                    super::COLUMN,
                ];
                let own = [super::REMARK_AT, super::LOSS_OF].contains(&key.as_str());
                own || !others.iter().any(|start| key.starts_with(start))
            });
            for key in ours {
                assert!(ALL.contains(&key.as_str()), "{language}: nothing says {key}");
            }
        }
    }

    #[test]
    fn the_languages_agree_on_the_placeholders() {
        let all = LANGUAGES.map(|(language, json)| (language, messages(json)));
        for (language, messages) in &all {
            for (key, message) in messages {
                let simplified = &all[0].1[key];
                assert_eq!(
                    message["placeholders"], simplified["placeholders"],
                    "{language}: {key}"
                );
                let text = message["message"].as_str().unwrap().to_lowercase();
                let names = message["placeholders"].as_object().into_iter().flatten();
                for (name, _) in names {
                    assert!(text.contains(&format!("${name}$")), "{language}: {key} lacks {name}");
                }
            }
        }
    }

    #[test]
    fn nothing_is_shouted() {
        for (language, json) in LANGUAGES {
            for (key, message) in messages(json) {
                let text = message["message"].as_str().unwrap();
                assert!(!text.contains(['!', '！']), "{language}: {key}");
            }
        }
    }
}
