//! Which fields a form has and their defaults. They are made again when what they depend on changes.

use std::sync::Arc;

use super::lookup::{FormTarget, RecordLookup, TargetKey};
use super::values::read;
use super::{Form, TARGET, Verb, WHY};
use crate::edit::ArgumentValues;
use crate::model::MessageArg;
use crate::ui::field::{FieldName, FormField, InputKind, Options};

/// What the fields were made for: the target, and the fields that others depend on, as the verb sees them.
pub(super) type FormShape = (String, String);

/// The depth to which fields depend on each other: a choice decides what else is asked, and its default.
const DEEPEST: usize = 4;

/// The maximum number of differing values that are named.
const VALUES: usize = 8;

impl Form {
    /// Makes the fields and fills in the defaults of those that the user has not changed. Returns the fields of each
    /// target by its position.
    pub(super) fn build_fields(&mut self, lookup: &RecordLookup<'_>) -> Vec<(usize, Vec<FormField>)> {
        let mut filled = Vec::new();
        for _ in 0..DEEPEST {
            let shape = self.shape_now(lookup);
            if self.shape.as_ref() != Some(&shape) {
                self.reshape(lookup);
                self.shape = Some(shape);
            }
            filled = self.fill(lookup);
            if self.shape == Some(self.shape_now(lookup)) {
                break;
            }
        }
        self.focus = self.focus.min(self.fields.len().saturating_sub(1));
        filled
    }

    fn shape_now(&self, lookup: &RecordLookup<'_>) -> FormShape {
        let target = self.field(TARGET).map(|field| field.key().to_owned()).unwrap_or_default();
        let (values, _) = read(&self.fields, lookup.context, false);
        (target, self.verb_now().form().shape(&values))
    }

    /// Makes the fields again, with what the user entered into those that still exist.
    fn reshape(&mut self, lookup: &RecordLookup<'_>) {
        let (mut fields, mut opens_on) = (Vec::new(), None);
        if !self.is_bulk() && self.targets.len() > 1 {
            fields.push(self.choice_of_target(lookup));
        }
        if let Some(target) = self.target().or(self.targets.first()) {
            let (values, _) = read(&self.fields, lookup.context, false);
            let scope = self.scope(lookup, target, &values);
            fields.extend(scope.verb.form().fields(&scope));
            let facts = if self.is_bulk() { Vec::new() } else { scope.verb.form().facts(&scope) };
            opens_on = scope.verb.form().opens_on(&scope).filter(|_| !self.is_touched());
            self.facts = facts;
            fields.push(FormField::new(WHY, InputKind::Text));
        }
        // Until a text has been read, the reason may be the only field: it has the focus for want of another.
        let is_only = self.fields.len() == 1;
        let focused = self.fields.get(self.focus).filter(|_| !is_only).map(|field| field.name.clone());
        for field in &mut fields {
            match self.field(&field.name) {
                Some(old) if old.touched => field.take_over(old),
                Some(old) => field.search_as(old),
                None => {}
            }
        }
        let place = |name: &Option<FieldName>| fields.iter().position(|field| Some(&field.name) == name.as_ref());
        self.focus = place(&opens_on).or_else(|| place(&focused)).unwrap_or(self.focus);
        self.fields = fields;
    }

    /// Returns the choice of the target. If a whole startup is selected for "done", nothing is picked, because the user
    /// has not said which obligation.
    fn choice_of_target(&self, lookup: &RecordLookup<'_>) -> FormField {
        let shown = |target: &FormTarget| match &target.key {
            TargetKey::Action { .. } | TargetKey::Condition { .. } if self.verb == Verb::Done => {
                let what = [("what", MessageArg::Text(target.label.clone()))];
                let is_action = matches!(target.key, TargetKey::Action { .. });
                let key = if is_action { "form-option-action" } else { "form-option-condition" };
                lookup.context.locale.message(key, &what)
            }
            _ => target.label.clone(),
        };
        let options = self.targets.iter().enumerate().map(|(n, target)| (n.to_string(), shown(target)));
        let field = FormField::new(TARGET, InputKind::Choice(Arc::new(Options::new(options))));
        if self.verb == Verb::Done { field.unpicked() } else { field }
    }

    /// Fills in the defaults.
    fn fill(&mut self, lookup: &RecordLookup<'_>) -> Vec<(usize, Vec<FormField>)> {
        let Some(one) = self.target().or(self.targets.first()) else { return Vec::new() };
        if !self.is_bulk() {
            let fields = self.filled(lookup, one);
            let at = self.field(TARGET).map_or(Some(0), |field| field.key().parse().ok());
            self.fields.clone_from(&fields);
            return at.map(|at| (at, fields)).into_iter().collect();
        }
        let all: Vec<(usize, Vec<FormField>)> =
            self.targets.iter().enumerate().map(|(n, target)| (n, self.filled(lookup, target))).collect();
        for (n, field) in self.fields.iter_mut().enumerate().filter(|(_, field)| !field.touched) {
            let of_all = || all.iter().filter_map(|(_, fields)| fields.get(n));
            let Some(first) = of_all().next() else { continue };
            if of_all().all(|other| other.has_value_of(first)) {
                field.clone_from(first);
            } else {
                let mut values: Vec<String> = Vec::new();
                for value in of_all().map(FormField::says).filter(|value| !value.is_empty()) {
                    if values.len() < VALUES && !values.contains(&value) {
                        values.push(value);
                    }
                }
                field.set_varying(values);
            }
        }
        all
    }

    /// Returns the fields of a target, with its defaults.
    fn filled(&self, lookup: &RecordLookup<'_>, target: &FormTarget) -> Vec<FormField> {
        let mut fields = self.fields.clone();
        // Twice, because some defaults depend on others.
        for _ in 0..2 {
            let (values, _): (ArgumentValues, _) = read(&fields, lookup.context, false);
            let own = target.presets.iter().map(|(name, preset)| ((*name).into(), preset.clone()));
            let scope = self.scope(lookup, target, &values);
            let presets = scope.declared_presets().into_iter().chain(scope.verb.form().presets(&scope));
            let presets: Vec<_> = presets.chain(own).collect();
            for (name, preset) in presets {
                if let Some(field) = fields.iter_mut().find(|field| field.name == name) {
                    field.set_default(&preset);
                }
            }
        }
        fields
    }
}
