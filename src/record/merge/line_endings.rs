//! Byte order mark, line endings and final newline of a text.

use crate::record::text::BYTE_ORDER_MARK;

/// The encoding details of one text.
#[derive(Clone, Copy, Default)]
pub(super) struct LineEndings {
    mark: bool,
    crlf: bool,
    /// Whether the final newline is missing.
    open: bool,
}

impl LineEndings {
    /// Normalises a text: no mark, LF line endings, final newline. Mixed line endings are kept.
    pub fn strip(text: &str) -> (Self, String) {
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

    /// Merges the details three-way.
    pub fn merged(base: Self, ours: Self, theirs: Self) -> Self {
        let one = |of: fn(&Self) -> bool| if of(&ours) == of(&base) { of(&theirs) } else { of(&ours) };
        Self { mark: one(|endings| endings.mark), crlf: one(|endings| endings.crlf), open: one(|endings| endings.open) }
    }

    /// Applies the details to a normalised text.
    pub fn apply(self, plain: &str) -> String {
        let plain = if self.open { plain.strip_suffix('\n').unwrap_or(plain) } else { plain };
        let mark = if self.mark { BYTE_ORDER_MARK } else { "" };
        // A side with mixed line endings has kept them.
        let ended = if self.crlf { plain.replace("\r\n", "\n").replace('\n', "\r\n") } else { plain.to_owned() };
        format!("{mark}{ended}")
    }
}
