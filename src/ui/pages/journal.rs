//! Actions, notes and indicator values.

use super::{PageSubject, more, tasks};
use crate::edit::Verb;
use crate::model::{Date, KeyPath, RecordKind, RecordRef};
use crate::report::{sanitize, sanitize_lines};
use crate::ui::Token;
use crate::ui::command::Command;
use crate::ui::key_figure::KeyFigure;
use crate::ui::render_context::RenderContext;
use crate::ui::target::Target;
use crate::ui::widget::page_builder::PageBuilder;
use crate::ui::widget::text::piece;

pub(super) fn write(ctx: &RenderContext<'_>, subject: &PageSubject, builder: &mut PageBuilder) {
    let PageSubject::Startup(id) = subject else { return };
    let Some(startup) = ctx.startup(id) else { return };
    let record = RecordRef::new(RecordKind::Startup, id.clone());
    let at = |list: &str, n: usize| Target::value(record.clone(), KeyPath::top().key(list).index(n));
    builder.heading(&ctx.text("heading-actions"));
    if startup.actions.is_empty() {
        builder.about(Some(subject.target()), ctx.empty_hint("no-action", Command::Verb(Verb::Action)));
    }
    // Open actions first, by due day.
    let mut actions: Vec<_> = startup.actions.iter().enumerate().collect();
    actions.sort_by_key(|(_, action)| (action.done.is_some(), action.due.is_none(), action.due));
    for (n, action) in actions {
        tasks::action(ctx, startup, n, action, builder);
    }
    builder.heading(&ctx.text("heading-notes"));
    if startup.notes.is_empty() {
        builder.about(Some(subject.target()), ctx.empty_hint("no-note", Command::Verb(Verb::Note)));
    }
    let is_known = |day: Option<Date>| day.is_none_or(|day| day <= ctx.data.as_of);
    let mut notes: Vec<_> = startup.notes.iter().enumerate().filter(|(_, note)| is_known(note.on)).collect();
    notes.sort_by_key(|(_, note)| std::cmp::Reverse(note.on));
    for (n, note) in notes {
        let on = note.on.map(|on| format!("{}  ", ctx.locale.date(on))).unwrap_or_default();
        let source = note.source.as_deref().map(|source| format!(" ({})", sanitize(source))).unwrap_or_default();
        let words = format!("{}{source}", sanitize_lines(&note.text));
        let first = vec![piece(Token::Border, "· "), piece(Token::Muted, on)];
        builder.wrapped(Some(at("notes", n)), first, Token::Text, &words);
        if let Some(day) = note.on {
            builder.figure(day);
        }
    }
    for (n, indicator) in startup.indicators.iter().enumerate() {
        builder.heading(&sanitize(&indicator.name));
        let values = indicator.values.iter().enumerate();
        let mut values: Vec<_> = values.filter(|(_, value)| is_known(Some(value.on))).collect();
        values.sort_by_key(|(_, value)| std::cmp::Reverse(value.on));
        for (m, value) in values {
            let path = KeyPath::entry("indicators", n).key("values").index(m);
            let words = vec![
                piece(Token::Muted, format!("  {}  ", ctx.locale.date(value.on))),
                piece(Token::Text, ctx.indicator_value(indicator, value)),
            ];
            builder.about(Some(Target::value(record.clone(), path)), words);
            builder.figure(KeyFigure::Number(value.value));
        }
        if let Some(source) = &indicator.source {
            builder.continued(2, Token::Muted, &sanitize(source));
        }
    }
    more(ctx, Some(Target::value(record.clone(), KeyPath::top().key("extra"))), &startup.extra, builder);
}
