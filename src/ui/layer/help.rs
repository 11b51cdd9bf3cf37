//! The text of the help: the keys of a context, made from the keymap.

use crate::report::filter::vocabulary;
use crate::report::symbols::CHANGED;
use crate::rules::{OccurrenceState, TrancheState};
use crate::ui::Token;
use crate::ui::command::Command;
use crate::ui::keymap::{HelpSection, KeyContext, Keymap, keys_name};
use crate::ui::render_context::RenderContext;
use crate::ui::state_style::{occurrence_style, tranche_style};
use crate::ui::uncommitted::SIGN;
use crate::ui::widget::page::PageLine;
use crate::ui::widget::text::{StyledLine, line_width, piece, width, wrap};

/// From this width on, the sections are in two columns.
const TWO_COLUMNS: usize = 92;

pub fn lines(ctx: &RenderContext<'_>, context: KeyContext, width: usize) -> Vec<PageLine> {
    let room = if width < TWO_COLUMNS { width } else { (width - 2) / 2 };
    let mut order = HelpSection::ALL;
    order.sort_by_key(|section| context.is_typing() && *section != HelpSection::Typing);
    let sections = order.into_iter().map(|section| self::section(ctx, section, context, room));
    let mut sections: Vec<_> = sections.filter(|lines| !lines.is_empty()).chain([signs(ctx)]).collect();
    // While typing, the keys of typing come first; in a filter, its vocabulary.
    if context == KeyContext::Filter {
        sections.insert(0, words_of_filter(ctx, room));
    } else if context.is_list() {
        sections.push(words_of_filter(ctx, room));
    }
    let lines = if width < TWO_COLUMNS { stack(sections) } else { side_by_side(sections, width) };
    lines.into_iter().map(|pieces| PageLine { pieces, ..PageLine::default() }).collect()
}

fn section(ctx: &RenderContext<'_>, section: HelpSection, context: KeyContext, room: usize) -> Vec<StyledLine> {
    let mut listed: Vec<Command> = Vec::new();
    let mut rows = Vec::new();
    let entries = ctx.keymap.map(Keymap::bindings).unwrap_or_default();
    for binding in entries.iter().filter(|entry| entry.section == section) {
        let holds = binding.contexts.contains(&context) || (section == HelpSection::Typing && !context.is_typing());
        if !holds || binding.keys.is_empty() || listed.contains(&binding.command) {
            continue;
        }
        listed.push(binding.command);
        let keys: Vec<_> = binding.keys.iter().map(|keys| keys_name(ctx.locale, keys)).collect();
        rows.push((keys.join(", "), ctx.text(&format!("command-{}", binding.command.name()))));
    }
    if rows.is_empty() {
        return Vec::new();
    }
    explained(ctx.text(&format!("help-{}", section.name())), rows, room)
}

/// Returns the vocabulary of the filter.
fn words_of_filter(ctx: &RenderContext<'_>, room: usize) -> Vec<StyledLine> {
    let examples = ctx.text("filter-examples");
    let examples = examples.split(';').filter_map(|pair| pair.trim().split_once(" = "));
    let examples = examples.map(|(typed, means)| (typed.to_owned(), means.to_owned()));
    explained(ctx.text("help-filter"), vocabulary(ctx.locale).into_iter().chain(examples).collect(), room)
}

/// Names under a title, each with its meaning beside it.
fn explained(title: String, rows: Vec<(String, String)>, room: usize) -> Vec<StyledLine> {
    let mut lines = vec![vec![piece(Token::Title, title)]];
    // The meanings are aligned after the longest name of the section.
    let keys = rows.iter().map(|(keys, _)| width(keys) + 4).max().unwrap_or(0);
    for (name, words) in rows {
        let mut key = vec![piece(Token::Key, format!("  {name}"))];
        let mut used = width(&name) + 2;
        for words in wrap(&words, room.saturating_sub(keys).max(12)) {
            let mut line = std::mem::take(&mut key);
            line.push(piece(Token::Text, format!("{}{words}", " ".repeat(keys.saturating_sub(used)))));
            lines.push(line);
            used = 0;
        }
    }
    lines
}

/// Returns the legend of the signs.
fn signs(ctx: &RenderContext<'_>) -> Vec<StyledLine> {
    let states = OccurrenceState::ALL.map(|state| (occurrence_style(state), format!("occurrence-{}", state.name())));
    let others = [
        (tranche_style(TrancheState::PartPaid), "tranche-part-paid".to_owned()),
        (("–", Token::Muted), "sign-none".to_owned()),
        (("◷", Token::Warning), "sign-as-of".to_owned()),
        (("━━──", Token::Good), "sign-bar".to_owned()),
        ((SIGN, Token::Warning), "uncommitted".to_owned()),
        ((CHANGED, Token::Accent), "changed-since-committee".to_owned()),
        (("…", Token::Muted), "sign-more".to_owned()),
    ];
    let mut lines = vec![vec![piece(Token::Title, ctx.text("help-signs"))]];
    for ((sign, token), words) in states.into_iter().chain(others) {
        let gap = " ".repeat(6_usize.saturating_sub(width(sign)));
        lines.push(vec![piece(token, format!("  {sign}")), piece(Token::Text, format!("{gap}{}", ctx.text(&words)))]);
    }
    lines
}

fn stack(sections: Vec<Vec<StyledLine>>) -> Vec<StyledLine> {
    let mut lines = Vec::new();
    for section in sections {
        if !lines.is_empty() {
            lines.push(StyledLine::new());
        }
        lines.extend(section);
    }
    lines
}

/// Whole sections in two columns of about the same height.
fn side_by_side(sections: Vec<Vec<StyledLine>>, width: usize) -> Vec<StyledLine> {
    let all: usize = sections.iter().map(|section| section.len() + 1).sum();
    let (mut left, mut right, mut used) = (Vec::new(), Vec::new(), 0);
    for section in sections {
        let goes_left = used == 0 || used + section.len() / 2 < all / 2;
        used += section.len() + 1;
        if goes_left { left.push(section) } else { right.push(section) }
    }
    let (left, right) = (stack(left), stack(right));
    // The right column begins after the longest line at the left.
    let column = left.iter().map(|line| line_width(line) + 2).max().unwrap_or(0).max(width / 2);
    let mut lines = Vec::new();
    for n in 0..left.len().max(right.len()) {
        let mut line = left.get(n).cloned().unwrap_or_default();
        let gap = column.saturating_sub(line_width(&line));
        if let Some(beside) = right.get(n) {
            line.push(piece(Token::Text, " ".repeat(gap)));
            line.extend(beside.iter().cloned());
        }
        lines.push(line);
    }
    lines
}
