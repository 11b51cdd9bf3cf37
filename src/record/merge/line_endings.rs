//! What a text wears around its words: a mark at the beginning, its line ends, a last line that is not ended.

use crate::record::patch::BYTE_ORDER_MARK;

/// How one text is dressed.
#[derive(Clone, Copy, Default)]
pub(super) struct LineEndings {
    mark: bool,
    crlf: bool,
    /// Its last line has no end.
    open: bool,
}

impl LineEndings {
    /// The text without it: no mark, and every line ended as the parser likes it. Mixed line ends stay.
    pub fn off(text: &str) -> (Self, String) {
        let rest = text.strip_prefix(BYTE_ORDER_MARK);
        let (mark, rest) = (rest.is_some(), rest.unwrap_or(text));
        let crlf = rest.contains('\n') && rest.matches('\n').count() == rest.matches("\r\n").count();
        let mut plain = if crlf { rest.replace("\r\n", "\n") } else { rest.to_owned() };
        let open = !plain.is_empty() && !plain.ends_with('\n');
        if open {
            plain.push('\n');
        }
        (Self { mark, crlf, open }, plain)
    }

    /// What the merged text wears: what one side changed is changed.
    pub fn merged(base: Self, ours: Self, theirs: Self) -> Self {
        let one = |of: fn(&Self) -> bool| if of(&ours) == of(&base) { of(&theirs) } else { of(&ours) };
        Self { mark: one(|dress| dress.mark), crlf: one(|dress| dress.crlf), open: one(|dress| dress.open) }
    }

    /// The text with it.
    pub fn on(self, plain: &str) -> String {
        let plain = if self.open { plain.strip_suffix('\n').unwrap_or(plain) } else { plain };
        let mark = if self.mark { BYTE_ORDER_MARK } else { "" };
        // A side of mixed line ends has kept its own.
        let ended = if self.crlf { plain.replace("\r\n", "\n").replace('\n', "\r\n") } else { plain.to_owned() };
        format!("{mark}{ended}")
    }
}
