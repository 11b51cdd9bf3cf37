## Formats

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
date-long = { $weekday } { $day } { $month } { $year }
span-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
span-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
span-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
span-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
list-and = { $most } and { $last }

## Typed values

date-error-empty = Expected a date: 4/3, 04/03/2021, +7, yesterday…
date-error-not-a-date = Not a date: write 4/3, 04/03/2021, 4 March, +7, yesterday, Monday…
date-error-no-such-day = No such date: the day comes first, then the month
date-error-no-such-month = No such month: the year comes first, then the month, then the day
date-error-beyond-month = No such date: { $month } has { $days } days
date-error-no-leap-day = { $year } has no 29 February
date-error-far-year = Expected a year between { $first } and { $last }
date-error-other-weekday = This date falls on another weekday
money-error-empty = Expected an amount: 17500 or 17,500.50
money-error-not-an-amount = Not an amount: write 17500, 17,500.50 or 17.5k
money-error-ambiguous = Ambiguous: write 17500 for thousands, 17.50 for cents
money-error-too-precise = Two decimals at most
money-error-too-large = Too large to be an amount in euros (at most €1,000,000,000,000): check for a typo
number-error-empty = Expected a number: 130 or 2.5
number-error-not-a-number = Not a number: write 130, 1,250,000 or 2.5
number-error-ambiguous = Ambiguous: write 1250 for thousands, 1.2500 for decimals
span-error-empty = Expected a duration: 6 months, 2 years
span-error-not-a-span = Not a duration: write 6 months, 2 years, 10 days
value-error-empty = Required
value-error-date = Not a date: write 4/3/2021 or 2021-03-04
value-error-whole = Expected a whole number, { $least } or more
value-error-whole-between = Expected a whole number from { $least } to { $most }
value-error-yes-no = Expected true or false
value-error-word = Expected one of: { $known }
value-error-id = Use unaccented letters, digits, hyphens, and dots between them
value-error-time = Expected a time: 14:00
value-error-date-time = Expected a date and a time: 2021-03-04 14:00
value-error-span = Expected a duration: 6 months
value-error-moment = Expected a date, signature, end, or end + 3 months
value-error-start = Expected a date, signature, or last

## Names: records

record-kind-portfolio = portfolio
record-kind-party = party
record-kind-startup = startup
record-kind-convention = convention
record-kind-review = review

review-kind-committee = committee
review-kind-portfolio = portfolio review
review-state-open = open
review-state-closed = closed
review-state-approved = approved
review-title-committee = Committee of { $on }
review-title-portfolio = Portfolio review of { $on }

outcome-decided = decided
outcome-deferred = deferred
outcome-noted = noted
outcome-convene = committee to be convened
outcome-none = undecided

consequence-inform-procurement = Inform procurement
consequence-money-ends-first = funds run out on { $on }, before an order placed today would be ready (30 days)
consequence-year-ends-first = the budget year closes on { $on }, before an order placed today would be ready (30 days)
consequence-phase = { $phase } from { $on }
consequence-recipient = Name the body that takes over the service
consequence-post-mortem = Write the post-mortem: lessons learnt, reasons for stopping, advice for a restart
consequence-management-report = Send the management report
consequence-refund = Return the unspent money
consequence-public-record = Update the public record
consequence-restart-file = File the documents needed for a restart
consequence-next-committee = next committee on { $on }
consequence-proposed = proposed: { $what }
hold-still-planned = another committee is planned for { $on }; to cancel it: couveuse postpone { $startup } --from { $day } --cancel

plain-startup = Startup { $at } of { $count }: { $startup }
plain-fact = { $label }: { $value }
plain-open-action = Open action
plain-gone = Its record no longer exists: remove it from the agenda.
plain-settled = Already recorded: { $outcome }.
plain-decisions = Decisions: { $choices }
plain-decision = Decision (number or word; empty to skip)?
plain-again = Not understood.
plain-envelope = Envelope in euros (empty: none)?
plain-until = Until which date (empty: none)?
plain-comment = Comment (empty: none)?
plain-present = Present, separated by semicolons (empty: as before)?
plain-condition = Condition (empty: no more)?
plain-action = Action (empty: no more)?
plain-owner = Owner (empty: none)?
plain-due = Due date (empty: none)?
plain-proof = Proof (empty: none)?
plain-asked = Amount requested in euros (empty: none)?
plain-comment-deferral = Reason for the deferral?
plain-reservation = Reservations (empty: none)?
plain-score = { $heading }: score from 0 to 4, then the reason (empty: none)?
plain-excused = Excused, separated by semicolons (empty: nobody)?
plain-represented = Represented, such as coach-a=Mme Roy, separated by semicolons (empty: nobody)?
plain-warning = Warning: { $what }
plain-consequence = Also record: { $what } (y/n; empty: yes)?
plain-next = Next committee (empty: none planned)?
plain-next-proposed = Next committee (empty: { $date }; -: none planned)?
plain-convene = Day of the committee to convene (empty: skip)?
plain-proposed =
    { $count ->
        [0] No review is open, and no startup needs one.
       *[other] No review is open. Proposed agenda: { $names }
    }
plain-kind = Open a review for today: 1 committee, 2 portfolio review (empty: none)?
plain-minutes = The minutes: couveuse report minutes --review { $review } --out minutes.html
plain-field = { $label } (empty: none)?
plain-field-required = { $label }?
plain-field-repeated = { $label } (empty: no more)?
plain-field-flag = { $label } (y/n)?
plain-close = Close the review (y/n)?
plain-left = { $count ->
    [one] Without outcome: { $names }
   *[other] { $count } without outcome: { $names }
}
plain-note-rest = Note that no decision is needed there, and close (y/n)?
plain-stopped = Input ended. Recorded decisions are kept, and the review stays open. Run the command again to resume.
plain-nothing-recorded = Input ended: nothing was recorded.

kind-partnership = partnership convention
kind-framework = framework convention
kind-amendment = amendment

phase-investigation = investigation
phase-construction = construction
phase-acceleration = acceleration
phase-consolidation = consolidation
phase-operated = operated
phase-transferred = transferred
phase-stopped = stopped
phase-short-investigation-stopped = inv. stopped
phase-investigation-stopped = stopped in investigation

decision-continue = continue
decision-provisional = continue provisionally
decision-construct = construct
decision-accelerate = accelerate
decision-consolidate = consolidate
decision-transfer = transfer
decision-maintain = maintain
decision-pivot = change course
decision-stop = stop
decision-defer = defer
decision-implies-continue = a budget for six months
decision-implies-provisional = a month or two, pending proof
decision-implies-construct = moves to that phase
decision-implies-accelerate = moves to that phase
decision-implies-consolidate = moves to that phase
decision-implies-transfer = handed over to another body
decision-implies-maintain = kept running, not developed
decision-implies-pivot = another problem or product
decision-implies-stop = post-mortem, report, refund
decision-implies-defer = held, no decision: until when, and why

committee-state-planned = planned
committee-state-held = held
committee-state-cancelled = cancelled

matter-management-report = management report
matter-statement-of-expenditure = statement of expenditure
matter-refund = refund
matter-source-code = source code
matter-statistics-page = statistics page
matter-publication = publication

paper-call-for-funds = call for funds
paper-statement-of-expenditure = statement of expenditure

share-full-time = full time
share-part-time = part time

## Names: the fields of records

value-about = Subject
value-accountant = Accountant
value-accounts = Accounts
value-actions = Actions
value-address = Address
value-agenda = Agenda
value-also = Other names
value-amended = Corrections
value-amendment = Amendment clause
value-amends = Amends
value-amount = Amount
value-antecedents = Earlier conventions
value-approved = Approved on
value-arbitrations = Questions to settle
value-article = Article
value-asked = Amount requested
value-at = Published on
value-at_least = At least
value-bank = Bank code
value-baseline = Baseline
value-between = Between
value-bic = BIC
value-branch = Branch code
value-budget = Budget
value-budget_year = Budget year
value-by = By
value-calls = Calls for funds
value-capacity = Capacity
value-ceiling = Ceiling
value-chair = Chair
value-closed = Closed on
value-coaches = Coaches
value-columns = Columns
value-comment = Comment
value-committed = Committed on (AE)
value-committee = Committee
value-committee_before_runout_days = Committee before funds run out (days)
value-committee_every = Committee every
value-committees = Committees
value-conditions = Conditions
value-contact = Contact
value-contribution = Contribution
value-contributions = Contributions
value-covers = Covers
value-creditor = Creditor
value-currency = Currency
value-debtor = Debtor
value-decided = Decided on
value-decision = Decision
value-deferred_until = Deferred until
value-detail = Detail
value-distribution = Distribution
value-document = Document
value-domiciliation = Branch
value-done = Done on
value-due = Due
value-due_soon_days = “Soon” means (days)
value-efficient = Efficient
value-emails = E-mail addresses
value-ending_days = “Ending soon” means (days)
value-envelope = Envelope
value-estimated = Estimated
value-every = Every
value-evidence = Evidence
value-excused = Excused
value-expenditure = Expenditure
value-extra = Other key
value-fast = FAST award
value-filter = Filter
value-format = Format
value-former_incubators = Former incubators
value-from = From
value-fulfilled = Fulfilments
value-fund = Fund
value-group = Grouped by
value-guests = Guests
value-habits = Defaults
value-heading = Heading
value-holder = Holder
value-home = Host organisation
value-iban = IBAN
value-id = ID
value-if = Condition
value-impact = Score
value-impactful = Impactful
value-incubator = Incubator
value-incubators = Incubators
value-indicators = Indicators
value-inferred = Deduced
value-item = Item
value-key = Key
value-kind = Kind
value-language = Language
value-lasts = Duration
value-liquidated = Due on termination
value-main = Main indicator
value-members = Members
value-met = Met on
value-minutes_each = Minutes for each startup
value-mission = Mission
value-months = Months
value-name = Name
value-nature = Nature
value-needs = Papers needed
value-no = Position
value-not_before = Not signed before
value-not_met = Not met on
value-notes = Notes
value-notice = Notified on
value-number = Number
value-obligations = Obligations
value-on = Date
value-order = Purchase order (EJ)
value-organiser = Organised by
value-outcome = Outcome
value-owner = Owner
value-paid = Paid on (CP)
value-papers_days = Papers sent before (days)
value-papers_sent = Papers sent on
value-parties = Parties
value-party = Party
value-payment = Payment account
value-payment_days = Payment delay (days)
value-payments = Payments
value-payments_recorded = Payments recorded
value-people = People
value-percent = Percentage
value-person = Person
value-phase = Phase
value-phases = Phases
value-place = Place
value-present = Present
value-programme = Programme
value-promotion = Promotion
value-proof = Proof
value-publication = Publication
value-published = Publications
value-rank = Rank
value-reason = Reason
value-reasons = Reason for the score
value-reference = Reference
value-refund = Refund account
value-refunds = Refunds
value-reminders = Reminders
value-repeals = Repeals
value-repository = Source code
value-repository_seen = Source code seen on
value-represented = Represented
value-request = Payment request (DP)
value-reservations = Reservations
value-resources = Resources
value-review = Review
value-screen = Screen
value-secretary = Secretary
value-share = Share of time
value-shares = Share
value-signatories = Signatories
value-signed = Signed on
value-siren = SIREN
value-siret = SIRET
value-site = Site
value-slug = Public id
value-snoozes = Snoozes
value-sort = Sort order
value-source = Source
value-spent = Spending threshold
value-sponsors = Sponsors
value-standing = Standing
value-start = Starts at
value-startup = Startup
value-startups = Startups
value-state = State
value-statistics = Statistics page
value-statistics_seen = Statistics page seen on
value-supplier = Supplier
value-support = Support
value-targets = Targets
value-tax = Tax
value-term = Term
value-terminated = Termination
value-termination = Termination clause
value-text = Text
value-title = Title
value-to = To
value-total = Total cost
value-tranche = Tranche
value-tranches = Tranches
value-unit = Unit
value-until = Until
value-usable = Usable
value-used = Used
value-useful = Useful
value-value = Value
value-values = Values
value-views = Views
value-waived = Waiver
value-what = What
value-when = When
value-where = Published on
value-why = Reason
value-with = Papers attached
value-withdrawn = Withdrawal
value-years = Budget year

## Names: answers

kind-standing = standing
kind-once = once
kind-recurring = recurring
kind-condition = condition
kind-papers = papers

occurrence-late = late
occurrence-due-soon = due soon
occurrence-due = due
occurrence-waiting = waiting
occurrence-missed = missed
occurrence-open = open
occurrence-undetermined = undetermined
occurrence-standing = standing
occurrence-done = done

tranche-undetermined = undetermined
tranche-waiting = waiting
tranche-due = due
tranche-called = called
tranche-part-paid = partly paid
tranche-short-part-paid = partly
tranche-paid = paid
tranche-late = late
tranche-lapsed = lapsed

convention-status-unsigned = unsigned
convention-status-in-force = in force
convention-status-no-term = no end date
convention-status-undated = undated
convention-status-ending = ending soon
convention-status-ended = ended
convention-status-terminated = terminated

clock-late = late
clock-due-soon = due soon
clock-ok = on time
clock-undetermined = undetermined
clock-none = none

figure-committed = promised
figure-due = due
figure-undetermined = undated
figure-payable = payable
figure-unscheduled = unscheduled
figure-refundable_committed = of which committed
figure-called = called
figure-uncalled = to be called
figure-received = received
figure-outstanding = outstanding
figure-late = late
figure-ae = AE
figure-cp = CP
figure-left = left
figure-refundable = refundable

unknown-signature = signature date unknown
unknown-term = no end date
unknown-spending = depends on spending
unknown-estimated-end = the end is only estimated
unknown-papers = papers not received
unknown-event = waits for an event
unknown-incubator = no date for its incubator
unknown-no-day = no date set
unknown-no-startup = no startup named
unknown-unreadable = unreadable record

severity-info = info
severity-warning = warning
severity-error = error

## Findings (rules/check)

finding-account-check-digits-iban = the IBAN { $iban } fails its check digits
finding-account-check-digits-iban-help = ask the holder for bank details; until then, keep what the document prints
finding-account-check-digits-iban-by-rib = the IBAN { $iban } fails its check digits
finding-account-check-digits-iban-by-rib-help = the RIB printed beside it is valid and gives { $implied }: ask the holder to confirm it
finding-account-check-digits-iban-by-rib-whole = the IBAN { $iban } fails its check digits, and the bank code of the RIB ({ $bank }) is one digit short
finding-account-check-digits-iban-by-rib-whole-help = with bank code { $whole } the RIB key { $key } is right, and the IBAN would be { $implied }: ask the holder to confirm it
finding-account-check-digits-iban-key = the IBAN { $iban } contains the RIB key { $key } instead of { $expected }
finding-account-check-digits-iban-key-help = check the account with its holder; no bank accepts this number
finding-account-check-digits-not-the-rib = the IBAN { $iban } and the RIB printed beside it are different accounts
finding-account-check-digits-not-the-rib-help = the RIB gives { $implied }: ask the holder which one is right
finding-account-check-digits-rib-bank = the bank code { $bank } is one digit short
finding-account-check-digits-rib-bank-help = with { $whole } the key { $key } is right: ask the holder to confirm it
finding-account-check-digits-rib-key = the RIB key { $key } is wrong for this account
finding-account-check-digits-rib-key-help = the rest of the RIB requires { $expected }: a digit may have been miscopied, here or in the document
finding-account-check-digits-rib-part = the { $part ->
    [bank] bank code
    [branch] branch code
    [number] account number
   *[key] key
} of this RIB, “{ $written }”, does not have { $length } characters
finding-account-check-digits-rib-part-help = compare with the document; leading zeros count
finding-account-differs = this account is not a known account of { $name }
finding-account-differs-help = compare with the document and with parties/{ $party }.toml; if it is right, add it to the party
finding-amendment-of-amendment = this amends { $amends }, which is itself an amendment: it has no effect
finding-amendment-of-amendment-help = write amends = "{ $base }": amendments of one convention apply in the order of their signatures
finding-bad-file-name = the file name “{ $name }” is not a valid id
finding-bad-file-name-help = rename it with unaccented letters, digits, hyphens, and dots between them (au-compost-mitoyen.toml); names that Windows reserves, such as con or aux, are not allowed
finding-called-more-than-promised = { $party }: called { $moved }, promised { $promised }
finding-called-more-than-promised-help = nobody owes the { $over } beyond the promise: delete a call recorded twice, or record the amendment
finding-co-funder-not-sponsor = { $party } funds { $startup } but is not one of its sponsors
finding-co-funder-not-sponsor-help = it contributes under { $convention }: add { $id } to the sponsors, here and in the public record
finding-committee-late = the committee of { $startup } is { $days ->
    [one] { $days } day
   *[other] { $days } days
} late
finding-committee-late-help = due { $due }, none planned: plan one, or record the one that was held
finding-committee-late-passed = the committee of { $startup } is { $days ->
    [one] { $days } day
   *[other] { $days } days
} late
finding-committee-late-passed-help = due { $due }; the one planned for { $passed } has no outcome: record that it was held, or plan another
finding-committee-late-planned = the committee of { $startup } is { $days ->
    [one] { $days } day
   *[other] { $days } days
} late
finding-committee-late-planned-help = due { $due }, planned for { $planned }
finding-committee-planned-passed = was the committee of { $startup } planned for { $on } held?
finding-committee-planned-passed-help = record that it was held, move it to another day, or cancel it
finding-committee-without-decision = the committee of { $startup } on { $on } has no decision
finding-committee-without-decision-help = record the decision (decision = "continue", "provisional", "stop"…), or reconvene the committee
finding-conflict-markers = unresolved merge conflict between { $ours } and { $theirs }
finding-conflict-markers-help = run couveuse sync to choose the values to keep, or delete the lines with <<<<<<<, =======, and >>>>>>> in an editor; until then neither version is read
finding-conflicting-keys = only one of { $keys } is allowed here
finding-conflicting-keys-help = keep the one that the document supports and delete the others
finding-dates-out-of-order-decided = signed on { $later }, before the decision to sign on { $earlier }
finding-dates-out-of-order-decided-help = check `decided` and `signed` against the document
finding-dates-out-of-order-amendment = amendment signed on { $later }, before the convention it amends ({ $earlier })
finding-dates-out-of-order-amendment-help = check both signature dates
finding-dates-out-of-order-term = the convention ends on { $later }, before its signature on { $earlier }
finding-dates-out-of-order-term-help = check `term.until` and `signed` against the document
finding-dates-out-of-order-terminated = terminated on { $later }, before its signature on { $earlier }
finding-dates-out-of-order-terminated-help = check `terminated.on` and `signed`
finding-dates-out-of-order-fulfilled = fulfilled on { $later }, before the convention was signed on { $earlier }
finding-dates-out-of-order-fulfilled-help = check this date and the signature date
finding-dates-out-of-order-service = service done on { $later }, before the commitment on { $earlier }
finding-dates-out-of-order-service-help = check `done` and `committed` of this expenditure
finding-dates-out-of-order-paid = paid on { $later }, before the commitment on { $earlier }
finding-dates-out-of-order-paid-help = check `paid` and `committed` of this expenditure
finding-dates-out-of-order-until = the committee of { $earlier } funds until { $later }, which is earlier
finding-dates-out-of-order-until-help = check `until` against the minutes
finding-duplicate-id = several files have the same id: { $files }
finding-duplicate-id-help = rename or merge them: each id names one file
finding-duplicate-id-entry = “{ $id }” is used twice in this list
finding-duplicate-id-entry-help = give each entry its own id: payments and evidence refer to it
finding-estimated-end-passed = { $of }: the estimated end, { $ends }, has passed
finding-estimated-end-passed-help = an estimated end does not end the convention: record the amendment that extends it, or its termination
finding-extension-after-end = { $of } had ended on { $ends } when this extension was signed on { $signed }
finding-extension-after-end-help = a convention that has ended cannot be extended: check the dates, or sign a new convention
finding-fact-in-the-future = { $what ->
    [signed] signed
    [held] committee held
    [fulfilled] obligation fulfilled
    [called] funds called
    [refunded] refunded
    [done] done
   *[paid] paid
} on { $on }, in the future
finding-fact-in-the-future-help = correct the date (usually the month or the year); do not record plans as facts
finding-float-amount = { $written } is a floating-point number, which cannot hold cents exactly
finding-float-amount-help = write a whole number (17500) or a quoted decimal ("17500.50")
finding-format-too-new = the record has format { $found }; this version reads up to format { $known }
finding-format-too-new-help = update couveuse: unknown parts are not counted
finding-fulfilment-without-due = “{ $obligation }”: nothing was due on { $due }
finding-fulfilment-without-due-help = correct `due`, or delete it: without it, this fulfils the earliest open due date
finding-invalid-identifier-check-digits = the check digits of the { $kind } { $written } are wrong
finding-invalid-identifier-check-digits-help = check the number against its source; one digit may be wrong or swapped
finding-invalid-identifier-character = the { $kind } { $written } contains “{ $character }”
finding-invalid-identifier-character-help = check the number against its source
finding-invalid-identifier-country = the { $kind } { $written } names the country “{ $country }”, which does not exist
finding-invalid-identifier-country-help = check the number against its source
finding-invalid-identifier-length = the { $kind } { $written } has { $found } characters instead of { $expected }
finding-invalid-identifier-length-help = check the number against its source
finding-irregular-startup-after-terminal = the phase { $phase } follows the end of the incubation
finding-irregular-startup-after-terminal-help = check the order; if the incubation resumed, say so in a comment
finding-irregular-startup-blanks = `{ $key }` contains blanks or an HTML entity: “{ $value }”
finding-irregular-startup-blanks-help = copy it again from the source
finding-irregular-startup-committee-after = a committee on { $on }, after the end of the incubation
finding-irregular-startup-committee-after-help = check its date and the date of the last phase
finding-irregular-startup-committee-before = a committee on { $on }, before the first phase
finding-irregular-startup-committee-before-help = check its date and the date of the first phase
finding-irregular-startup-name-twice = the former name “{ $name }” is also claimed by { $other }
finding-irregular-startup-name-twice-help = keep it only in the record of the startup that had this name
finding-irregular-startup-no-sponsor = { $startup } has no sponsor
finding-irregular-startup-no-sponsor-help = add the ids of the sponsoring parties: sponsors = ["…"]
finding-irregular-startup-same-day = the phase { $phase } begins on { $from }, the same day as the previous one
finding-irregular-startup-same-day-help = the later line counts: check both dates
finding-management-report-late = { $of }: management report { $days ->
    [one] { $days } day
   *[other] { $days } days
} late
finding-management-report-late-help = it was due { $due }: send it, then run couveuse done { $convention }/{ $obligation } --evidence …
finding-member-absent = committee of { $startup } on { $on }: nobody from { $party } was present
finding-member-absent-help = the convention requires it (article { $article }): complete the attendance, or have the decision confirmed
finding-missing-key = `{ $key }` is missing
finding-missing-key-help = add { $key } = …; couveuse schema lists the required keys
finding-money-before-signature-call = funds called on { $on }, before the convention was signed on { $signed }
finding-money-before-signature-call-help = check `on` of this call and `signed` of the convention; an early call does not change the due date
finding-money-before-signature-payment = paid on { $on }, before the convention was signed on { $signed }
finding-money-before-signature-payment-help = check `on` of this payment and `signed` of the convention; it may belong to an earlier convention
finding-negative-amount = negative amount: { $amount }
finding-negative-amount-help = only payments (reversals) and expenditure (credit notes) may be negative
finding-obligation-without-article = obligation without an article: “{ $obligation }”
finding-obligation-without-article-help = add article = "…" so that readers can find it in the document
finding-task-overdue-action = { $startup }: an action has been overdue since { $due }: { $what }
finding-task-overdue-action-help = mark it as done (couveuse done { $entry }), or change its due date
finding-task-overdue-condition = { $startup }: a condition has been overdue since { $due }: { $what }
finding-task-overdue-condition-help = record whether it was met: couveuse done { $entry } --evidence …, or --not-met
finding-task-overdue-papers = { $startup }: the papers of the planned committee have been overdue since { $due }
finding-task-overdue-papers-help = record that they were sent: couveuse done { $entry }
finding-paid-twice = { $amount } on { $on }, with nearly the same reference as the payment of { $earlier }
finding-paid-twice-help = if { $reference } is one payment recorded twice, delete one of them
finding-payment-without-contribution = { $amount } for “{ $contribution }”, which is not a contribution of the convention
finding-payment-without-contribution-help = { $count ->
    [0] it has no contributions
   *[other] known contributions: { $known }
}
finding-payment-without-contribution-near = { $amount } for “{ $contribution }”, which is not a contribution of the convention
finding-payment-without-contribution-near-help = did you mean “{ $nearest }”?
finding-payment-without-contribution-payee = { $party }: { $amount } paid to a contribution that its contributor spends directly
finding-payment-without-contribution-payee-help = this amount is not counted: name another contribution, or add `to`
finding-payment-without-contribution-tranche = { $party }: the contribution has no tranche { $number }
finding-payment-without-contribution-tranche-help = { $count ->
    [one] it has one tranche: 1
   *[other] tranches go from 1 to { $count }
}
finding-phases-order = this phase begins on { $from }, before the previous one ({ $before })
finding-phases-order-help = check the date, or reorder the phases
finding-phases-order-future = this phase begins on { $from }, in the future
finding-phases-order-future-help = until then the previous phase counts; check the year
finding-received-more-than-promised = { $party }: received { $moved }, promised { $promised }
finding-received-more-than-promised-help = { $over } too much: a payment recorded twice or for another contribution; delete it, or refund it and record that under [[refunds]]
finding-refund-open = { $of } has ended and { $amount } is still to be refunded
finding-refund-open-help = record the refund: couveuse refund { $convention }/CONTRIBUTION AMOUNT --on DATE
finding-refund-open-unknown = { $of } has ended; the amount to refund is unknown because no expenditure is recorded
finding-refund-open-unknown-help = record the expenditure, or that nothing is left: couveuse refund { $convention }/CONTRIBUTION 0 --on DATE
finding-refunded-more-than-received = { $party }: refunded { $moved }, received { $received }
finding-refunded-more-than-received-help = { $over } too much: delete a refund recorded twice, correct its amount or contribution, or record the payment that is missing
finding-repeated-email = { $person } and { $other } have an e-mail address in common
finding-repeated-email-help = remove it from one of them: an address that two people share identifies neither
finding-repeated-reference = “{ $id }” appears twice in this list
finding-repeated-reference-help = delete one of them, or write the intended id
finding-report-without-debtor = { $of }: the document does not say who sends the { $report ->
    [statement-of-expenditure] statement of expenditure
   *[other] management report
}
finding-report-without-debtor-help = agree on it; if the text implies it, add debtor = "…" and inferred = ["debtor"]
finding-review-incomplete-open = the review of { $on } is approved but not closed
finding-review-incomplete-open-help = close it (couveuse review close), or delete the date of approval
finding-review-incomplete-number = the decision on { $startup } in the review of { $on } has no number
finding-review-incomplete-number-help = write number = "D01", or the next free number
finding-review-incomplete = the review of { $on } is closed, but { $startup } has no outcome
finding-review-incomplete-help = write outcome = "decided", "deferred", "noted", or "convene"
finding-several-main-indicators = { $startup } has two main indicators: “{ $indicator }” and “{ $other }”
finding-several-main-indicators-help = delete main = true from one of them: the first is used
finding-signature-missing = { $of }: no signature date; { $count ->
    [0] a period depends
    [one] one due date depends
   *[other] { $count } due dates depend
} on it
finding-signature-missing-help = { $things ->
    [one] it blocks one item
   *[other] it blocks { $things } items
}: { $blocks }; once you find the dated copy: couveuse sign { $convention } --on DATE
finding-signature-missing-alone = { $of }: no signature date
finding-signature-missing-alone-help = once you find the dated copy: couveuse sign { $convention } --on DATE
finding-spent-more-than-promised = contribution of { $promised } ({ $party }): { $moved } committed (AE)
finding-spent-more-than-promised-help = { $over } too much: name another contribution, or record the amendment
finding-statement-late = { $of }: statement of expenditure { $days ->
    [one] { $days } day
   *[other] { $days } days
} late
finding-statement-late-help = it was due { $due }: send it, then run couveuse done { $convention }/{ $obligation } --evidence …
finding-statistics-page-absent = { $startup } has no statistics page, although one was promised
finding-statistics-page-absent-help = required by { $convention }{ $article ->
    [none] { "" }
   *[other] { "" } (article { $article })
}: publish it, then write statistics = "https://…"
finding-statistics-page-absent-unknown = no statistics page recorded for { $startup }, although one was promised
finding-statistics-page-absent-unknown-help = required by { $convention }{ $article ->
    [none] { "" }
   *[other] { "" } (article { $article })
}: write statistics = "https://…", or statistics = false
finding-stopped-with-money = { $startup } was stopped on { $from }, with { $amount } left to refund
finding-stopped-with-money-help = refund it, then record that under [[refunds]] of the convention; couveuse show { $id } explains the amount
finding-syntax = invalid TOML: { $words }
finding-syntax-help = the rest of the file is read where possible; figures may be incomplete until this is fixed
finding-term-missing = { $of }: no term, and { $count ->
    [one] one due date depends
   *[other] { $count } due dates depend
} on it
finding-term-missing-help = { $count ->
    [one] it blocks one item
   *[other] it blocks { $count } items
}: { $blocks }; if the document or an amendment sets one: term = {"{"} months = 12, article = "…" {"}"}
finding-tranches-sum = { $party }: the tranches add up to { $sum }, but the contribution is { $amount }
finding-tranches-sum-help = compare with the document; if it contradicts itself, say so in a comment and use the total
finding-unknown-key = unknown key: `{ $key }`
finding-unknown-key-help = its value is ignored; couveuse schema lists the known keys
finding-unknown-key-near = unknown key: `{ $key }`
finding-unknown-key-near-help = did you mean `{ $nearest }`?
finding-unknown-person = portfolio.toml does not contain the person “{ $id }”
finding-unknown-person-help = add the person to portfolio.toml, or write a name instead of an id
finding-unknown-person-near = portfolio.toml does not contain the person “{ $id }”
finding-unknown-person-near-help = did you mean “{ $nearest }”? Otherwise add the person to portfolio.toml
finding-unknown-reference = the { $kind } “{ $id }” has no record
finding-unknown-reference-help = create { $file }, or correct the id
finding-unknown-reference-near = the { $kind } “{ $id }” has no record
finding-unknown-reference-near-help = did you mean “{ $nearest }”? Otherwise create { $file }
finding-unknown-reference-repeal = { $convention } has no obligation “{ $id }” to repeal
finding-unknown-reference-repeal-help = `repeals` lists ids of obligations of the amended convention
finding-unknown-value = “{ $value }” is not a known value
finding-unknown-value-help = known values: { $allowed }
finding-unknown-value-near = “{ $value }” is not a known value
finding-unknown-value-near-help = did you mean “{ $nearest }”? Known values: { $allowed }
finding-unreadable-file-not-utf8 = this file is not UTF-8 text
finding-unreadable-file-not-utf8-help = save it as UTF-8; until then none of it is read
finding-unreadable-file-too-large = this file is too large for a record: { $megabytes } MB
finding-unreadable-file-too-large-help = records are a few kilobytes: move this file out of the folder
finding-unreadable-file-not-a-file = not a regular file
finding-unreadable-file-not-a-file-help = records are regular .toml files: move or rename this
finding-unreadable-file-link-out = this link points outside the folder and is not followed
finding-unreadable-file-link-out-help = replace the link with the record itself
finding-unreadable-file-link-nowhere = broken link
finding-unreadable-file-link-nowhere-help = make it point to a file in the folder, replace it with the record, or delete it
finding-unreadable-file-not-in-clone = git cannot read this version
finding-unreadable-file-not-in-clone-help = if the clone is partial, git fetch --refetch gets it; git fsck shows damage
finding-unreadable-file-empty = this file is empty
finding-unreadable-file-empty-help = write the record, or delete the file
finding-unreadable-file-too-deep = lists or tables nested too deeply
finding-unreadable-file-too-deep-help = records have only a few levels: look for repeated brackets
finding-unreadable-file-refused = cannot read this file: { $words }
finding-unreadable-file-refused-help = check the permissions of the file and its folder
finding-unsigned-amendment = { $of }: amendment without a signature date; it has no effect yet
finding-unsigned-amendment-help = once everybody has signed, write signed = YYYY-MM-DD
finding-wrong-type = `{ $found }` is not { $expected ->
    [amount] an amount (17500 or "17500.50", at most 1000000000000)
    [count] a whole number
    [date] a date without quotes (2021-03-04)
    [date-time] a date and time without quotes (2021-03-04T14:00:00)
    [decimal] a number
    [format] a format number
    [id] an id (letters, digits, hyphens, dots)
    [list] a list
    [moment] a moment ("signature + 6 months", "end", or a date)
    [number] a whole number above zero
    [score] a score from 0 to 4
    [signature] a date or "undated"
    [span] a duration ("6 months")
    [start] a starting point ("signature", "last", or a date)
    [statistics] true, false, or an address
    [table] a table
    [text] a quoted text
    [time] a time without quotes (14:00:00)
    [trigger] a trigger ("signature", a date, "call", "report:…", or a spending threshold)
    [word] a quoted word
    [yes-no] true or false
   *[other] { $expected }
}
finding-wrong-type-help = write the value in this form; couveuse schema gives the form of each key

check-account-check-digits-page =
    The check digits of a bank account are wrong: those of the IBAN (ISO 13616) or the key of the French RIB, as the document
    prints them. No bank would accept a transfer to this account; a refund sent there would be returned.
    If the document prints a RIB and an IBAN side by side and one of them is valid, the finding says what the other should be.

    Fix: ask the holder for bank details. Keep what the document prints in the record, and correct it when an amendment or a
    new edition of the convention corrects the document.

    Example: the IBAN below has a 0 where the account number has a C.

    {"    ["}accounts.refund]
        number = "C6410000000"
        iban   = "FR57 3000 1006 2206 4100 0000 087"
check-account-differs-page =
    The convention prints an account for a party that is not among the accounts in the party’s own record.
    It may be a copying error, an account that has changed since, or fraud: verify it before paying.

    Fix: compare with the document, then confirm with the party through another channel. If the account is right, add it under
    {"["}[accounts]] in the party’s record.

    Example:

        # conventions/comobi-ademe-anct.toml
    {"    ["}accounts.payment]
        party  = "anct"
        number = "00001020149"      # parties/anct.toml has 00001020148
check-amendment-of-amendment-page =
    An amendment names another amendment in `amends`. Amendments change conventions; one that amends an amendment changes
    nothing.

    Fix: name the convention itself. Amendments apply in the order of their signatures.

    Example:

        amends = "histologe-pau-anct"
check-bad-file-name-page =
    The file name is the id of a record, and other records refer to it. This name is not a valid id.
    The record is not read: neither its money nor its obligations count.

    Fix: rename the file using unaccented lowercase letters, digits, and hyphens; start with a letter or a digit.

    Example:

        git mv "startups/Au compost mitoyen.toml" startups/au-compost-mitoyen.toml
check-called-more-than-promised-page =
    The calls for a contribution add up to more than its amount. They are accepted; nobody owes the excess.

    Fix: delete a call that was recorded twice, correct its amount, or record the amendment that raises the promise.

    Example:

        couveuse show histologe-pau-anct
check-co-funder-not-sponsor-page =
    A party funds the startup under a convention, but the startup’s record lists it neither as a sponsor nor as a present or
    past incubator. The public record then omits a funder, who is not invited to meetings about its own money.

    Fix: add the party to the sponsors, here and in the public record; or correct the contribution if another party pays it.

    Example:

        sponsors = ["dinum", "pau"]
check-committee-late-page =
    The startup’s next committee was due before this date and none has been held since.
    The due date comes from the convention (every six months, often from the signature), else from the incubator’s default
    (committee_every in portfolio.toml), or from the date on which funds run out if that is earlier. A missed due date never moves.

    Fix: plan a committee, or record the one that was held. One meeting counts for all conventions of the startup.

    Example:

        couveuse hold histologe --on 2021-03-04 --decision continue
check-committee-planned-passed-page =
    A committee was planned for a day that has passed, and no record shows whether it was held.

    Fix: record that it was held, move it, or cancel it.

    Example:

        couveuse hold histologe --on 2021-03-04 --decision continue
check-committee-without-decision-page =
    A committee was held without a recorded decision. The network’s handbook names this failure first: the team does not know
    whether it continues, or on what budget, and orders wait.

    Fix: record the decision, or reconvene the committee. A provisional decision for a month or two is a decision.

    Example:

    {"    ["}[committees]]
        on       = 2021-03-04
        state    = "held"
        decision = "provisional"
        until    = 2021-05-04
check-conflict-markers-page =
    The file contains conflict markers of git: a merge stopped and left both versions in it.
    Neither version is read, because neither is certain; the rest of the file is.

    Fix: Enter on the record, or S, asks for each value which one to keep. Or delete the lines with markers yourself: E opens
    the file in your editor.

    Example:

        merge-commit = merge
        amount = 17500
        
check-conflicting-keys-page =
    Keys of one table exclude each other: an obligation is standing, due once, or recurring; a term is a number of months, a
    date, or a description. Contradictory values count as unknown; the rest of the record counts.

    Fix: keep the key that the document supports.

    Example:

        term = {"{"} months = 12, article = "7.1" {"}"}
check-dates-out-of-order-page =
    Two dates of a record contradict each other: a decision after the signature, an end or a termination before it, an
    obligation fulfilled before the convention existed, expenditure paid before it was committed, a committee that funds until
    an earlier date. One of the two is wrong, and so are the due dates and sums that depend on it.

    Fix: compare both dates with their documents. Most often the year is wrong, especially in January.

    Example:

        decided = 2020-09-11
        signed  = 2020-01-08        # probably 2021
check-duplicate-id-page =
    Two files of one kind have the same name (in different folders), or two entries of a list have the same id.
    References to that id are ambiguous; only one of the two counts.

    Fix: merge them if they describe the same thing; otherwise rename one.

    Example:

    {"    ["}[contributions]]
        id = "pau"
    {"    ["}[contributions]]
        id = "pau"                  # "pau-2021"
check-estimated-end-passed-page =
    The document only estimates its duration (“durée prévisionnelle”), and the estimated end has passed. An estimated end
    does not end the convention and makes nothing late.

    Fix: record the amendment that extends it, its termination, or a term that the parties agreed on.

    Example:

        term = {"{"} months = 12, estimated = true, article = "5" {"}"}
check-extension-after-end-page =
    An amendment was signed after the end of the convention that it extends. A convention that has ended cannot be extended.

    Fix: check both dates. If they are right, a new convention is needed.

    Example:

        signed = 2020-12-15
check-fact-in-the-future-page =
    A signature, a committee held, an obligation fulfilled, or a payment has a date in the future. Either the date is wrong, or
    it is a plan and not yet a fact. It does not count before that date.

    Fix: correct the date. Record a future committee with state = "planned"; record anything else once it has happened.

    Example:

    {"    ["}[committees]]
        on    = 2021-03-04
        state = "planned"           # not "held" before that date
check-float-amount-page =
    An amount is written with a decimal point and without quotes. Computers store such numbers approximately: 0.10 + 0.20 is
    not exactly 0.30. The amount is not read.

    Fix: write a whole number of euros, or a quoted decimal.

    Example:

        amount = 17500
        amount = "17500.50"
check-format-too-new-page =
    The record says format = N, and this version of the program does not know that format. It could misread the record.

    Fix: update couveuse. If there is no newer version, it is a typo: delete the line.

    Example:

        format = 1
check-fulfilment-without-due-page =
    A fulfilment names a due date (`due`) on which its obligation is not due, so it fulfils nothing.

    Fix: correct the date or delete it; without it, it fulfils the earliest open due date.

    Example:

        couveuse done histologe-pau-anct/management-report --on 2021-03-04
check-invalid-identifier-page =
    A SIREN or SIRET number, a BIC, or an IBAN cannot be right: it has the wrong length, a character that is not allowed, an unknown
    country, or check digits that do not fit (Luhn’s formula for SIREN and SIRET, with the exception of La Poste).

    Fix: compare the number with its source. If the document prints it like this, keep it; the finding stays until the document is corrected.

    Example:

        siren = "130026033"         # the last digit should be 2

check-irregular-startup-page =
    Irregularities that are common in the public record: phases on one day or after the end, committees before the first phase
    or after the end, no sponsor, one former name for two startups, blanks in names and addresses. No figure depends on them.

    Fix: compare with the source, and correct the record or the source.

    Example:

        sponsors = ["pau"]
check-management-report-late-page =
    A party owed a management report (expenditure in AE and CP) at the end of the convention, and no record shows that it was
    sent. Without it, the amount to refund is unknown.

    Fix: send the report, then record the date and the evidence.

    Example:

        couveuse done poubelles-battle-pau-dinum/management-report --on 2021-06-15 --evidence "mail of 15 June"
check-member-absent-page =
    The committee clause of a convention requires certain parties, and nobody from one of them is on the attendance list of a
    committee. That party may contest the decision. Committees without an attendance list are skipped.

    Fix: complete the attendance, or have the party confirm the decision.

    Example:

        present = [{"{"} name = "M. Petit", party = "pau" {"}"}]
check-missing-key-page =
    A record, or an entry of one of its lists, lacks a required key. It does not count; other entries do.

    Fix: add the key. couveuse schema convention lists the required keys, and your editor can complete them.

    Example:

    {"    ["}[payments]]
        on           = 2021-03-04
        amount       = 17500
        contribution = "pau"
check-money-before-signature-page =
    A payment or a call for funds is dated before the convention was signed, when nothing was binding yet. The date may be
    wrong, the payment may belong to an earlier convention, or it is an advance that an accountant will want explained.

    Fix: compare the date with the bank statement, and the signature with the signed copy. If both are right, explain it in
    `reference`; the finding stays as information.

    Example:

        signed = 2020-02-20
    {"    ["}[payments]]
        on = 2019-12-31             # probably 2020
check-negative-amount-page =
    Only payments (a reversal) and expenditure (a credit note) may be negative. A negative promise, call, or refund is a mistake.

    Fix: write the amount without a sign, or record a reversal.

    Example:

        amount = 17500
check-obligation-without-article-page =
    An obligation does not name the article of the document that it comes from. Nothing is wrong, but a debtor who is reminded
    of it will ask for the article.

    Fix: add the article. If it is an annex or the preamble, name that.

    Example:

    {"    ["}[obligations]]
        id      = "statistics-page"
        article = "2"
check-paid-twice-page =
    Two payments of the same amount to the same contribution have nearly the same reference: the same digits apart from
    zeros and punctuation, or with two digits swapped.

    Fix: if it is one payment recorded twice, delete one; otherwise, leave them.

    Example:

        reference = "VIR 0012"
check-payment-without-contribution-page =
    A payment, a call for funds, a refund, or an expenditure names a contribution or a tranche that the convention does not
    have. Its amount counts nowhere.

    Fix: use the id of one of the convention’s contributions; tranches are numbered from 1, in the order of the document.

    Example:

    {"    ["}[contributions]]
        id = "pau"
    {"    ["}[payments]]
        contribution = "pau"
        tranche      = 1
check-phases-order-page =
    The phases of a startup are listed in order. This one begins before the previous one, or in the future.
    The current phase is the latest one that has begun: a wrong date shows the startup in the wrong phase.

    Fix: correct the date or the order. A phase may be decided in advance; it counts from its date on.

    Example:

    {"    ["}[phases]]
        phase = "construction"
        from  = 2020-02-01
    {"    ["}[phases]]
        phase = "acceleration"
        from  = 2020-07-01
check-received-more-than-promised-page =
    A contribution received more than the convention promises. Usually, a payment was recorded twice or belongs to another
    contribution, and `received` is wrong in every sum.

    Fix: compare the payments with the bank statement. If the excess was really paid, refund it and record that under
    {"[["}refunds]].

    Example:

    {"    ["}[payments]]                  # the same transfer twice: delete one
        on           = 2021-03-04
        amount       = 17500
        contribution = "pau"
check-refund-open-page =
    A convention has ended with money left, or with money received and no expenditure recorded, and its duty to refund is
    open. A partial refund does not suffice.

    Fix: record the refund, or that nothing is left (0).

    Example:

        couveuse show histologe-pau-anct
check-refunded-more-than-received-page =
    More was refunded than a contribution received, so `left` is wrong in every sum. Usually a refund was recorded twice or
    belongs to another contribution, or a payment was not recorded.

    Fix: compare refunds and payments with the bank statement; delete the duplicate, or record the missing payment.

    Example:

        couveuse show histologe-pau-anct
check-repeated-email-page =
    Two people of the portfolio have the same e-mail address. The program recognises you by the address of your commits; a
    shared address identifies nobody.

    Fix: keep the address for only one of them in portfolio.toml, or set me = "ID" in your configuration.

    Example:

        # portfolio.toml
    {"    ["}[people]]
        id     = "coach-a"
        name   = "Coach A"
        emails = ["coach-a@example.org"]
check-repeated-reference-page =
    A list of startups, parties, or sponsors names one of them twice.

    Fix: delete one, or write the intended id.

    Example:

        parties = ["pau", "anct"]
check-report-without-debtor-page =
    The document promises a report but does not say who sends it, so nobody can be reminded.

    Fix: agree on it. If the text implies it, name the debtor and mark it as deduced.

    Example:

        debtor = "anct"
check-review-incomplete-page =
    A review was closed although a startup on its agenda has no outcome, or a decision has no number; or it was approved before
    it was closed. Its minutes would be incomplete.

    Fix: complete the agenda in the record of the review. couveuse review close writes outcomes and numbers itself.

    Example:

        # reviews/2026-11-20.toml
        outcome = "decided"
        number  = "D01"
check-several-main-indicators-page =
    A startup has one main indicator, the one that lists and sheets show. A second one usually comes from a merge of two clones in
    which different indicators were chosen. The first one is used.

    Fix: delete main = true from one of them.

    Example:

        # startups/histologe.toml
    {"    ["}[indicators]]
        name = "Signalements traités"
        main = true
check-signature-missing-page =
    The copy of the convention has no signature date. It is never guessed: everything that depends on it (payments, committees,
    obligations, term) stays undetermined, and the finding lists it.

    Fix: find the dated copy. The date that counts is that of the last signature, not that of the vote that authorises it
    (decided).

    Example:

        couveuse sign histologe-pau-anct --on 2020-10-02
check-spent-more-than-promised-page =
    More was committed (AE) than a contribution promises. Expenditure that names no contribution is charged in proportion
    to the amounts; the excess is charged to the largest one.

    Fix: name the contribution that bears it, correct the amount, or record the amendment.

    Example:

        couveuse show histologe-pau-anct
check-statement-late-page =
    A statement of accepted expenditure (ERDA) was due, and no record shows that it was sent.

    Fix: send it and record it.

    Example:

        couveuse done histologe-pau-anct/management-report --on 2021-03-04
check-statistics-page-absent-page =
    A convention promises a public statistics page, and the startup’s record says that there is none, or says nothing.
    The page shows the results of the funding to funders and the public. Stopped startups are not expected to have one.

    Fix: publish the page and record its address. If it has no address to give, write statistics = true.

    Example:

        statistics = "https://signal-logement.beta.gouv.fr/stats"
check-stopped-with-money-page =
    The startup was stopped, and money received was neither spent nor refunded. The conventions require a refund.
    The amount is: received, less expenditure paid (CP), less refunds.

    Fix: record missing expenditure, refund the rest, and record the refund.

    Example:

    {"    ["}[refunds]]
        on           = 2021-12-15
        amount       = 4200
        contribution = "pau"
check-syntax-page =
    The file is not valid TOML from this place on: an unclosed quote, a duplicate key, a missing =, or a git conflict marker.
    The rest of the file is read where possible, but figures may be incomplete: the record is marked, and lists and reports say so.

    Fix: correct the line shown; the mistake may be at the end of the previous line. E opens it in your editor.

    Example:

        name = "Histologe           # the closing quote is missing
check-task-overdue-page =
    An action or a condition is past its due date, or the papers of a planned committee were not sent in time.

    Fix: mark it as done, change its due date, or record that the condition was not met.

    Example:

        # startups/comobi.toml
    {"    ["}[actions]]
        what = "Informer le service des achats"
        due  = 2026-11-20
        done = 2026-11-20
check-term-missing-page =
    The convention sets no term, but something is due at its end: a management report, a refund.
    These due dates stay undetermined: they are never late.

    Fix: look for the term in the document (often article 7), or set one by an amendment. If the document describes the end
    without a date, record the description: term = {"{"} covers = "…" {"}"}.

    Example:

        term = {"{"} months = 12, article = "7.1" {"}"}
check-tranches-sum-page =
    The tranches of a contribution do not add up to its amount. The promise and the due dates contradict each other.

    Fix: compare with the payment schedule of the document. A contribution paid at once has one tranche of the full amount.

    Example:

    {"    ["}[contributions]]
        amount = 1600000
    {"    ["}[contributions.tranches]]
        amount = 800000
    {"    ["}[contributions.tranches]]
        amount = 800000
check-unknown-key-page =
    The format has no such key: usually a typo. Its value is ignored, so a payment can go missing unnoticed.

    Fix: use the suggested key. Put anything that has no key of its own in a note or a comment (# …).

    Example:

        signd = 2020-10-02          # signed
check-unknown-person-page =
    A coach, or somebody on an attendance list, is identified by an id that portfolio.toml does not contain.

    Fix: correct the id, add the person to portfolio.toml, or write a name and a party instead.

    Example:

        present = [{"{"} name = "M. Petit", party = "pau" {"}"}]
check-unknown-reference-page =
    A record names a party, a startup, or a convention that has no record, or an amendment repeals an obligation that does not
    exist. Sums and lists omit it.

    Fix: correct the id, or create the record: a name is enough.

    Example:

        # parties/dgaln.toml
        name = "Direction générale de l’aménagement, du logement et de la nature"
check-unknown-value-page =
    This key accepts only a few words, and the value is not one of them. Records use English words in every display language.

    Fix: use one of the values that the finding lists.

    Example:

        phase = "construction"      # not "building"
check-unreadable-file-page =
    The file cannot be read: it is not UTF-8, is empty or far too large, is not a regular file, or is a link that is broken or
    points outside the folder. It is listed and marked; all other records work.

    Fix: save it as UTF-8, replace the link with the record, or move the file out of the folder if it is not a record.

    Example:

        iconv -f latin1 -t utf-8 old.toml > startups/histologe.toml
check-unsigned-amendment-page =
    An amendment takes effect once it is dated and signed; all conventions say so. Without a signature date, this one changes
    neither the sums nor the due dates of the convention it amends.

    Fix: have it signed, then record the date of the last signature.

    Example:

        kind   = "amendment"
        amends = "comobi-ademe-anct"
        signed = 2021-01-15
check-wrong-type-page =
    A value does not have the type or form of its key. The entry that contains it does not count; others do.

    Fix: write dates without quotes (2021-03-04), amounts as whole numbers or in quotes, durations in English ("6 months").

    Example:

        signed = 2020-10-02         # not "2 October 2020"

## Verbs (edit)


## Repository (store)


## Papers and tables (report)

check-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
check-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
check-infos = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}
check-nothing = No findings.
check-help = help
check-years-sum-page =
    The budget years of a contribution do not add up to its amount.

    Fix: compare with the document and correct `years` or `amount`.

    Example:

        years = {"{"} 2026 = 20000, 2027 = 15000 {"}"}
what-committee = Hold the committee of { $startup }
what-committee-of-each = Hold the committee of each incubated team
what-papers = Send the papers of the committee
what-payment = Pay { $amount } (contribution { $contribution }, tranche { $tranche })
what-payment-done = Pay the contribution { $contribution }, tranche { $tranche }
amendment-title = Amendment no. { $number } to the convention “{ $title }”
report-column-payee = payee
report-column-framework-contributor = contributor to frameworks
report-column-framework-payee = payee of frameworks
report-column-reason = reason
report-column-year = year
report-column-nature = nature
report-column-month = month
report-column-expected = expected
report-column-spending-ahead = spending ahead
report-column-balance = balance
report-column-available = available
report-column-per-month = spent per month
report-column-undated = undated
report-column-short-from = short from
report-cash-rule = Expected: tranches in the month in which they fall due, overdue ones in the current month. Spending ahead: at the rate of the last six months with spending.
report-cash-undated = Payable on an unknown date, not in any month: { $amount }.
report-column-service-done = service done
report-no-years = No amounts by budget year.
report-shared-with = { $startup } shares contributions with { $others }; they count in full in each row and once in the total.
report-payments-unrecorded = Payments are not recorded for { $startups }; the outstanding amount is unknown.
report-unallocated = Without a known contribution: payments { $payments }, spending { $spending }.
clock-reason-clause = clause
clock-reason-decision = decision
clock-reason-deferred = deferred
clock-reason-runway = funds run out
clock-reason-habit = default
report-column-party = party
report-column-name = name
report-column-title = capacity
report-column-organiser = organised by
report-column-chair = chaired by
report-column-members = members
report-column-start = starts at
report-column-place = place
report-column-secretary = secretary
report-column-minutes-each = minutes each
report-column-papers-sent = papers sent on
report-column-distribution = distribution
report-column-closed = closed on
report-column-approved = approved on
report-column-number = no.
report-column-outcome = outcome
report-column-settled = settled
report-column-guests = guests
report-column-fund = fund
report-column-programme = programme
report-column-accountant = accountant
report-column-detail = detail
report-column-clause = clause
report-column-clause-termination = termination
report-column-clause-amendment = amendment
report-column-clause-publication = publication
report-column-siret = SIRET
report-column-contact = contact
report-column-not-before = not before
report-column-gives = gives
report-column-gives-frameworks = gives under frameworks
report-column-gives-all = gives in all
report-column-receives = receives
report-column-receives-frameworks = receives under frameworks
report-column-receives-all = receives in all
report-section-signatories = Signatories
report-section-payment-account = Payee’s account
report-section-refund-account = Refund account
report-section-budget = Budget
report-section-clauses = Clauses
report-section-agenda = Agenda
report-section-antecedents = Earlier conventions
report-section-published = Document
report-section-extra = Other keys
report-column-slug = public id
report-column-stays = incubators
report-column-coaches = coaches
report-column-condition = condition
report-section-not-owed = Not in force
report-published-by = published by { $parties }: { $places }
report-column-startup = startup
report-column-figure = figure
report-column-difference = difference
report-column-phase = phase
report-column-obligations-late = late
report-column-obligations-undetermined = undetermined
report-column-payments-late = payments late
report-column-committee = committee
report-column-convention = convention
report-column-state = state
report-column-due = due
report-column-days-late = late by
report-column-debtor = debtor
report-column-creditor = creditor
report-column-what = what
report-column-obligation = obligation
report-column-article = article
report-column-framework = framework
report-column-contributor = contributor
report-column-last-held = last held
report-column-planned = planned
report-column-runs-out = funded until
report-column-id = id
report-column-also = also known as
report-column-mission = mission
report-column-incubator = incubator
report-column-former-incubators = former incubators
report-column-sponsors = sponsors
report-column-site = site
report-column-statistics = statistics
report-column-repository = source code
report-column-from = since
report-column-comment = comment
report-column-status = status
report-column-signed = signed on
report-column-ends = ends on
report-column-parties = parties
report-column-on = date
report-column-decision = decision
report-column-envelope = envelope
report-column-until = until
report-column-done = done on
report-column-owner = owner
report-column-value = value
report-column-unit = unit
report-column-indicator = indicator
report-column-note = note
report-column-source = source
report-column-kind = kind
report-column-amends = amends
report-column-amendments = amendments
report-column-startups = startups
report-column-reference = reference
report-column-decided = decided on
report-column-term = term
report-column-contribution = contribution
report-column-tranche = tranche
report-column-amount = amount
report-column-paid = paid
report-column-spending = spent
report-column-papers = papers missing
report-column-from-party = from
report-column-share = share of time
report-column-lasts = duration
report-column-movement = movement
report-column-siren = SIREN
report-column-address = address
report-column-conventions = conventions
report-column-holder = holder
report-column-rib = RIB
report-column-iban = IBAN
report-column-bic = BIC
report-column-home = host organisation
report-column-frameworks = frameworks
report-column-repeals = repeals
report-column-payment-days = payment late after
report-column-ending-days = convention ending soon within
report-column-due-soon-days = due soon within
report-column-committee-every = committee every
report-column-committee-before-runout = committee before funds run out by
report-column-papers-days = papers sent before the committee by
report-section-accounts = Accounts
report-section-actions = Actions
report-section-committee-clock = Next committee
report-section-committee-clause = Committee clause
report-section-committees = Committees
report-section-contributions = Contributions
report-section-conventions = Conventions
report-section-findings = Findings
report-section-funding = Funding
report-section-habits = Defaults
report-section-indicators = Indicators
report-section-movements = Movements
report-section-notes = Notes
report-section-obligations = Obligations
report-section-owed = Owed to it
report-section-owes = Owed by it
report-section-phases = Phases
report-section-resources = Resources in kind
report-section-tranches = Tranches
movement-call = call for funds
movement-payment = payment
movement-spent = payment (CP)
movement-done = service done
movement-committed = commitment (AE)
movement-refund = refund
contribution-tranche = { $contribution }, tranche { $number }
report-as-of = As of { $date }.
report-unread = { $count ->
    [one] 1 record could not be read in full
   *[other] { $count } records could not be read in full
}: figures are incomplete; run couveuse check
report-row-incomplete = incomplete
report-row-changed = changed
report-row-unreadable = unreadable
report-ahead = (in the future)
report-cannot-be-read = This record cannot be read; everything else works.
report-term-in-words = { $convention }, term: { $words }
report-days = { $count } d
report-no-startups = No startups.
report-nothing-today = Nothing needs attention.
report-nothing-today-until = Nothing needs attention until { $date }.
report-nothing-due = Nothing due.
report-no-commit = No commits to these records.
report-no-commit-until = No commits to these records up to { $until }.
report-no-commit-since = No commits to these records since { $since }.
report-no-commit-between = No commits to these records from { $since } to { $until }.
diff-heading = From { $from } ({ $old }) to { $to } ({ $new })
diff-nothing = No change to these records.
report-no-commit-after = No commits to these records after this one.
report-history-shallow = History ends here: this clone is shallow.
report-at = Records as of commit { $commit } ({ $date }).
report-no-commit-filtered = No commit matches.
report-column-commit = commit
report-column-date = date
report-column-time = time
report-column-author = author
report-column-verb = edit
report-column-change = change
report-column-records = records
report-no-committees = No committees due.
report-no-reviews = No reviews
report-total = Total
report-yes = yes
report-no = no

## Facts (report)

fact-none = none
fact-unknown = unknown
fact-percent = { $number }%
fact-addresses = { $count ->
    [one] { $count } address
   *[other] { $count } addresses
}
fact-changed = { $label }: { $was } → { $is }
fact-of = { $entry }, { $label }
fact-added = added: { $entry }
fact-removed = removed: { $entry }
fact-detail = { $label }: { $value }
fact-detail-and = { $all }; { $next }
fact-details = { $fact } ({ $details })
fact-signed = signature: { $was } → { $is }
fact-created-portfolio = portfolio created: { $name }
fact-created-party = new party: { $name }
fact-created-review = review: { $name }
fact-created-startup = new startup: { $name }
fact-created-convention = new convention: { $name }
fact-deleted-portfolio = portfolio deleted: { $name }
fact-deleted-party = party deleted: { $name }
fact-deleted-review = review deleted: { $name }
fact-deleted-startup = startup deleted: { $name }
fact-deleted-convention = convention deleted: { $name }
fact-missing = changed; the content is missing from this clone or damaged
fact-renamed = renamed from { $was } to { $is }
fact-unreadable = the file cannot be read any more
fact-unreadable-still = the content changed; the file cannot be read
fact-readable = the file can be read again
fact-broken = part of the file cannot be read any more
fact-repaired = the whole file can be read again
fact-entry-other = { $list } no. { $number }
fact-entry-people = person { $name }
fact-entry-views = view “{ $name }”
fact-entry-accounts = account of { $holder }
fact-entry-incubators = incubator { $id }
fact-entry-coaches = coach { $name }
fact-entry-phases = phase { $phase }
fact-entry-committees = committee of { $on }
fact-entry-conditions = condition “{ $what }”
fact-entry-actions = action “{ $what }”
fact-entry-snoozes = snooze of { $item }
fact-entry-indicators = indicator “{ $name }”
fact-entry-targets = target by { $by } of { $parent }
fact-entry-values = value on { $on } of { $parent }
fact-entry-notes = note “{ $text }”
fact-entry-present = { $name }, present at { $parent }
fact-entry-excused = { $name }, excused from { $parent }
fact-entry-represented = { $name }, represented at { $parent }
fact-entry-amended = correction of { $on } of { $parent }
fact-entry-signatories = signatory { $name }
fact-entry-contributions = contribution of { $from }
fact-entry-tranches = tranche { $number } of { $parent }
fact-entry-resources = resource “{ $what }”
fact-entry-obligations = obligation “{ $what }”
fact-entry-fulfilled = fulfilment on { $on } of { $parent }
fact-entry-calls = call for { $amount } from { $contribution } on { $on }
fact-entry-payments = payment of { $amount } from { $contribution } on { $on }
fact-entry-expenditure = expenditure of { $amount }
fact-entry-refunds = refund of { $amount } to { $contribution } on { $on }
fact-entry-reminders = reminder to { $to } on { $on }
fact-entry-published = publication on { $where }
fact-added-payments = payment of { $amount } from { $contribution } received on { $on }
fact-added-payments-reversed = reversal of { $amount } by { $contribution } on { $on }
fact-added-calls = { $amount } called from { $contribution } on { $on }
fact-added-refunds = { $amount } returned to { $contribution } on { $on }
fact-added-refunds-none = nothing left to return to { $contribution } on { $on } ({ $amount })
fact-added-expenditure = expenditure of { $amount }: { $what }
fact-added-contributions = contribution of { $amount } promised by { $from }, spent directly
fact-added-contributions-payee = contribution of { $amount } promised by { $from } to { $to }
fact-added-tranches = tranche { $number } of { $parent }: { $amount }
fact-added-obligations = obligation of { $debtor }: { $what }
fact-added-fulfilled = done on { $on }: { $parent }
fact-added-reminders = { $to } reminded on { $on }: { $item }
fact-added-committees-held = committee held on { $on }
fact-added-committees-held-decision = committee held on { $on }: { $decision }
fact-added-committees-planned = committee planned for { $on }
fact-added-committees-cancelled = committee of { $on } cancelled
fact-added-conditions = condition set: { $what }
fact-added-conditions-met = condition met on { $met }: { $what }
fact-added-actions = action agreed: { $what }
fact-added-actions-done = action done on { $done }: { $what }
fact-added-phases = phase { $phase } from { $from }
fact-added-coaches = coached by { $name } from { $from }
fact-added-values = { $parent }: { $value } on { $on }
fact-added-targets = { $parent }: target { $value } by { $by }
fact-added-notes = note: { $text }
fact-moved-committees = committee moved from { $was } to { $is }
fact-state-committees-planned = committee of { $on } planned again
fact-state-committees-held = committee of { $on } held
fact-state-committees-cancelled = committee of { $on } cancelled
fact-set-conditions-met = condition met on { $is }: { $what }
fact-set-conditions-not_met = condition not met on { $is }: { $what }
fact-set-actions-done = action done on { $is }: { $what }
fact-set-committees-papers_sent = papers of the { $entry } sent on { $is }
fact-set-committees-withdrawn = decision of the { $entry } withdrawn on { $is }
fact-set-obligations-waived = { $entry } waived from { $is }
fact-set-record-terminated = terminated as of { $is }

## Filter (report)

filter-key-state = state
filter-key-due = due
filter-key-owes = owes
filter-key-to = to
filter-key-party = party
filter-key-startup = startup
filter-key-convention = convention
filter-key-incubator = incubator
filter-key-coach = coach
filter-key-owner = owner
filter-key-phase = phase
filter-key-committee = committee
filter-key-status = status
filter-key-kind = kind
filter-key-verb = verb edit
filter-key-article = article
filter-key-amount = amount
filter-key-severity = severity
filter-key-check = check
filter-key-record = record
filter-key-author = author
filter-key-on = on
filter-key-ends = ends
filter-word-late = late
filter-word-done = done
filter-word-soon = soon
filter-word-due = due
filter-word-unsigned = unsigned
filter-word-mine = mine
filter-kind-committee = committee
filter-kind-payment = payment
filter-about-word-late = late
filter-about-word-done = done; -done for the rest
filter-about-word-soon = due soon
filter-about-word-due = due, not late yet
filter-about-word-unsigned = convention not signed
filter-about-word-mine = yours: you own it, or nobody does and you coach the startup
filter-about-state = state: late, done, undetermined…
filter-about-due = due date: <30d, 2021-03, >=1/3/2021
filter-about-owes = debtor
filter-about-to = creditor
filter-about-party = any party involved
filter-about-startup = startup
filter-about-convention = convention
filter-about-incubator = incubator of the startup
filter-about-coach = coach of the startup
filter-about-owner = owner of an action or a condition
filter-about-phase = phase of the startup
filter-about-committee = state of its committee: late…
filter-about-status = status of the convention: unsigned…
filter-about-kind = kind of row
filter-about-verb = kind of edit: payment, signature…
filter-about-article = article
filter-about-amount = amount: >=20000, 10k..20k
filter-about-severity = severity
filter-about-check = check that reported it
filter-about-record = record
filter-about-author = author
filter-about-on = date: 2021-03, >=1/3/2021
filter-about-ends = end of a convention: <6m, 2027
filter-examples-days = <30d before 30 days from now; 30d within 30 days; <today before today; >=today from today on; -1m within the last month
filter-examples-amount = >=20000 20,000 or more; <5k less than 5,000; 10k..20k from 10,000 to 20,000
filter-examples = -done = not done; owes:pau,anct = either; owes:pau late = both; "late" = the text “late”
filter-no-key = unknown filter keyword “{ $typed }”; quote it to search for the text
filter-no-key-near = unknown filter keyword “{ $typed }”; did you mean { $nearest }:?
filter-no-one = { $key }: no match for “{ $typed }”
filter-no-one-near = { $key }: no match for “{ $typed }”; did you mean { $nearest }?
filter-no-day = { $key }: “{ $typed }” is not a date; write <30d, 2021-03 or >=1/3/2021
filter-no-value = { $key }: { $about }
filter-not-here = { $key }: not available in this list
filter-no-me = You are not a person of this portfolio: set me = "ID" in the configuration, or add the e-mail address of your commits to [[people]]

## Screen: frame, help, status line (ui)

today-band-broken = unreadable or missing records
today-band-late = late
today-band-urgent = within a week
today-band-soon = soon
today-band-undated = without a date
today-band-housekeeping = housekeeping
today-kind-record = record
today-kind-committee = committee
today-kind-tranche = payment
today-kind-condition = condition
today-kind-report = report
today-kind-obligation = obligation
today-kind-action = action
today-kind-missing = missing information
today-kind-uncommitted = uncommitted changes
today-kind-unpushed = unpushed commits
today-cause-unreadable = The record { $record } cannot be read
today-cause-incomplete = The record { $record } cannot be read completely
today-cause-no-record = The record { $record } does not exist
today-cause-decision-until = Decision expires on { $date }
today-cause-decision-until-past = Decision expired on { $date }
today-cause-deferred-until = Decision deferred until { $date }
today-cause-deferred-until-past = Decision deferred until { $date }
today-cause-committee-due = Committee due by { $date }
today-cause-committee-due-past = Committee overdue since { $date }
today-cause-planned-passed = Committee planned for { $date }, not recorded
today-cause-planned-passed-past = Committee planned for { $date }, not recorded
today-cause-money-until = Funds run out on { $date }
today-cause-money-until-past = Funds ran out on { $date }
today-cause-payment-due = Payment due
today-cause-to-be-called = Call for funds to be sent
today-cause-papers-due = Papers due by { $date }
today-cause-papers-due-past = Papers overdue since { $date }
today-cause-due = Due
today-cause-no-day = No date
today-cause-no-day-stated = The document sets no date for { $count ->
    [one] one obligation
   *[other] { $count } obligations
}
today-cause-missing = Missing: { $what } ({ $count ->
    [one] 1 due date
   *[other] { $count } due dates
})
today-cause-uncommitted = Uncommitted changes
today-cause-unpushed = { $count ->
    [one] 1 commit is not pushed
   *[other] { $count } commits are not pushed
}
today-short-unreadable = Unreadable record
today-short-incomplete = Partly unreadable record
today-short-no-record = Missing record
today-short-decision-until = Decision expires
today-short-decision-until-past = Decision expired
today-short-deferred-until = Decision deferred
today-short-deferred-until-past = Decision deferred
today-short-committee-due = Committee due
today-short-committee-due-past = Committee overdue
today-short-planned-passed = Committee not recorded
today-short-planned-passed-past = Committee not recorded
today-short-money-until = Funds run out
today-short-money-until-past = Funds ran out
today-short-missing = Missing: { $what }
today-short-no-day-stated = { $count ->
    [one] one obligation without a date
   *[other] { $count } obligations without a date
}
today-short-to-be-called = Call for funds
today-short-papers-due = Papers due
today-short-papers-due-past = Papers overdue
today-more-causes = (+{ $count })
today-way-edit = opens the record in your editor.
today-way-plan = plans a committee.
today-way-call = records the call for funds.
today-way-create = creates the record.
today-way-sync = syncs with the remote.
today-otherwise-record = Until then, nothing in it counts.
today-otherwise-incomplete = Until then, its figures may be incomplete.
today-otherwise-committee = Without a committee, no decision is in force.
today-otherwise-tranche = Until then, the amount stays outstanding.
today-otherwise-condition = The next committee asks about it.
today-otherwise-report = Without it, the next payment may not be released.
today-otherwise-obligation = It stays open in the obligations of the convention.
today-otherwise-action = It stays open on the page of the startup.
today-otherwise-missing = Until it is known, due dates that depend on it stay undetermined.
today-otherwise-uncommitted = Others don’t see them, and a sync may be refused.
today-otherwise-unpushed = Others don’t see them.
late-obligations = { $count ->
    [one] { $count } obligation
   *[other] { $count } obligations
}
late-actions = { $count ->
    [one] { $count } action
   *[other] { $count } actions
}
late-conditions = { $count ->
    [one] { $count } condition
   *[other] { $count } conditions
}
late-papers = { $count ->
    [one] { $count } committee without papers
   *[other] { $count } committees without papers
}
total-today-broken = { $count } unreadable
total-today-late = { $count } late
total-today-urgent = { $count } within a week
total-today-soon = { $count } soon
total-today-undated = { $count } without a date
total-today-housekeeping = { $count } in the repository
total-today-snoozed = { $count } snoozed
screen-today = Today
screen-portfolio = Portfolio
screen-obligations = Obligations
screen-funding = Funding
screen-committees = Committees
screen-findings = Findings
screen-history = History
screen-short-today = Tod
screen-short-portfolio = Port
screen-short-obligations = Obl
screen-short-funding = Fund
screen-short-committees = Com
screen-short-findings = Find
screen-short-history = Hist
as-of = as of
as-of-today = today
as-of-title = View as of…
as-of-hint = a day, @REVISION for the records of a commit, or both
as-of-records = records of { $revision }, read-only
as-of-revision-missing = after @: a commit, a tag, or a day
past-header = records of { $commit }, read-only
past-header-brief = { $commit } read-only
past-header-narrow = read-only
past-refused = The records of { $commit } are read-only: { $keys } and Enter return to the current ones
compare-title = Comparison of two dates
compare-heading = Figures as of { $was } and { $is }
compare-nothing = All figures are the same on both dates.
compare-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
compare-takes-a-day = Enter a date without @ to compare
reading = Reading the folder…
busy-reading = Reading…
busy-saving = Committing… ({ $stop } stops it)
leaving-saves = An edit is still being committed; Ctrl-C stops it.
busy-undoing = Undoing… ({ $stop } stops it)
busy-redoing = Redoing… ({ $stop } stops it)
hand-edit-title = Manual edit
hand-edit-ways = { $accept } commits it, { $back } keeps it uncommitted, { $edit } reopens the editor.
hand-edit-way-back = { $edit } reopens the editor at that line.
hand-edit-waits = { $record } has { $count ->
    [one] an uncommitted line
   *[other] { $count } uncommitted lines
  }
hand-edit-restore = { $restore } discards these lines and restores the record from the last commit.
restored = { $record } restored from the last commit
hand-edit-broken = { $record } cannot be committed in its present state
in-the-way-title = You have uncommitted changes
in-the-way-edit = Your edit:
in-the-way-ways = { $both } commits both together, { $mine } commits your edit only and leaves these lines uncommitted, { $back } returns to the form.
outdated-title = This value has changed
outdated-changed = changed since you opened the form
outdated-gone = deleted since you opened the form
outdated-was = Before
outdated-now = Now
outdated-intended = Yours
outdated-ways = { $keep } keeps your value, { $drop } discards it, { $back } returns to the form.
outdated-ways-gone = { $drop } discards your edit, { $back } returns to the form.
outdated-dropped = edit discarded; the record is unchanged
sync-box-title = Sync
sync-box-fetching = fetch
sync-box-merging = merge
sync-box-pushing = push
sync-box-again = remote changed, retrying
sync-box-stopping = stopping…
sync-box-way-out = { $stop } stops; local commits are kept.
sync-box-nothing = already up to date
sync-box-received = { $count ->
    [one] 1 commit received
   *[other] { $count } commits received
}
sync-box-sent = { $count ->
    [one] 1 commit sent
   *[other] { $count } commits sent
}
sync-box-merged = merge commit created
sync-settled = { $count ->
    [one] Conflict resolved in one record
   *[other] Conflicts resolved in { $count } records
}
sync-settled-uncommitted = Nothing is committed yet: review the changes, then commit them.
# The operation of git in progress, in the header and after its conflicts are resolved.
operation-next = { $what ->
    [bisect] git bisect reset ends it.
   *[other] git { $what } --continue completes it, git { $what } --abort cancels it.
}
operation-conflicts = { $what }: { $keys } resolves { $count ->
    [one] one conflict
   *[other] { $count } conflicts
}
operation-conflicts-brief = { $what }: { $keys }
operation-others = { $what }: { $count ->
    [one] one file in conflict
   *[other] { $count } files in conflict
}
operation-settled = { $what ->
    [bisect] git bisect reset
   *[other] git { $what } --continue
}
operation-brief = { $what }
sync-box-records = { $count ->
    [one] 1 record changed
   *[other] { $count } records changed
}
busy-syncing = syncing…
asked-title = Which value to keep?
asked-which = { $count ->
    [one] two people set different values
   *[other] conflict { $number } of { $count }: two people set different values
}
asked-was = before
asked-ours = local
asked-theirs = remote
asked-ways = Nothing is written until every conflict is resolved; { $back } cancels.
asked-answered = { $accept } continues with these answers; { $back } cancels.
asked-number = { $number }/{ $count }
asked-ways-brief = { $back } cancels.
asked-answered-brief = { $accept } continues, { $back } cancels.
asked-left = Sync cancelled; nothing was changed. { $sync } resumes it
refused-title = Commit refused
refused-said = git or a hook reported:
refused-way-back = { $back } returns to the form; your input is kept.
refused-close = { $back } closes.
field-all = Whole record
uncommitted = uncommitted changes
uncommitted-records = uncommitted changes: { $records }
uncommitted-count = { $count ->
    [one] 1 record with uncommitted changes
   *[other] { $count } records with uncommitted changes
}
counting = Reading { $read } of { $total }
matching = { $count } of { $total }
arrange-title = Sort and columns
arrange-stays = this column cannot be hidden
column-bar-name = % received
marked = { $count } marked
marked-hidden = ({ $count } hidden by the filter)
failed-title = Nothing was changed
unsent-title = Nothing was sent
failed-foot = press any key
synonyms-pay = pay payment transfer payer paiement versement verser encaisser virement
synonyms-done = done finish complete check off terminer fait faite exécuter cocher clore
synonyms-hold = committee meeting decision decide comité réunir réunion décider tenir
synonyms-sign = sign signature signer
synonyms-call = call invoice ask appel facture demander appeler
synonyms-spend = spend expense cost invoice bill dépense dépenser facture coût
synonyms-plan = plan schedule meeting planifier prévoir programmer comité
synonyms-snooze = snooze put off later wait reporter attendre plus tard attente repousser
synonyms-set = edit change modify correct clear delete remove field modifier changer corriger effacer supprimer vider champ
synonyms-edit = editor text delete remove manual éditeur texte supprimer main
synonyms-manual-edit = uncommitted throw away discard modifications jeter abandonner
synonyms-restore = restore recover revert delete throw away discard restaurer récupérer jeter abandonner supprimer
synonyms-undo = undo cancel revert back delete annuler défaire revenir supprimer
synonyms-undo-this = undo cancel revert delete annuler défaire revenir supprimer
synonyms-redo = redo again refaire rétablir
synonyms-cancel-committee = cancel delete committee annuler supprimer comité
synonyms-amend-decision = amend correct change decision rectifier corriger modifier décision
synonyms-withdraw = withdraw cancel delete remove decision retirer annuler supprimer décision
synonyms-postpone = postpone move later committee reporter déplacer repousser comité
synonyms-refund = refund repay give back rembourser remboursement restituer restitution
synonyms-terminate = terminate end stop cancel convention résilier résiliation mettre fin
synonyms-amend = amend amendment extend avenant prolonger modifier convention
synonyms-account = bank account iban bic rib compte banque bancaire
synonyms-new-startup = new create add startup produit nouvelle créer ajouter
synonyms-new-convention = new create add convention agreement contract nouvelle créer ajouter contrat
synonyms-new-party = new create add party partner partenaire partie nouveau créer ajouter
synonyms-phase = phase stage stop étape avancement arrêter changer
synonyms-action = action task todo tâche à faire ajouter
synonyms-note = note comment remark commentaire remarque écrire
synonyms-indicator = indicator metric figure measure number indicateur mesure chiffre valeur
synonyms-resource = resource provide in kind ressource apport nature mettre à disposition
synonyms-remind = remind reminder dun letter relancer relance rappel courrier
synonyms-papers = papers export print document pdf letter minutes documents exporter imprimer pièce courrier compte rendu
synonyms-import = import load excel csv chorus importer charger tableur
synonyms-sync = sync push pull fetch send share upload synchroniser envoyer recevoir partager pousser
synonyms-filter = filter search find rechercher filtrer chercher trouver
synonyms-finder = find search go jump chercher aller trouver
synonyms-as-of = date day past time travel date jour passé situation
synonyms-explain = explain why formula expliquer pourquoi calcul
synonyms-cash = cash forecast treasury trésorerie prévision
synonyms-budget = budget year ae cp année exercice
synonyms-views = views saved favourites vues enregistrées favoris
synonyms-view = save view favourite enregistrer vue favori
synonyms-remove-view = remove delete view supprimer retirer vue
synonyms-remove-row = remove delete row supprimer retirer ligne
synonyms-themes = theme colours dark light couleurs thème sombre clair
synonyms-other-language = language english french langue anglais français
synonyms-copy-row = copy clipboard copier presse-papiers
synonyms-help = help keys shortcuts aide touches raccourcis
synonyms-quit = quit exit leave close quitter sortir fermer
synonyms-person = person people contact user personne agent utilisateur
synonyms-coach = coach follow mentor suivre accompagner coach
synonyms-history = history log commits changes historique journal modifications
synonyms-findings = findings errors warnings check constats erreurs anomalies vérifier
picker-palette = Actions
picker-finder = Go to…
picker-count = { $count } found
picker-nothing-to-do = No actions here
why-not-undo-this = not an edit made by couveuse
why-nothing-selected = nothing selected
why-empty-list = the list is empty
why-nothing-looked-for = no search here
why-not-back = already at the top level
picker-nothing-found = No match
kind-screen = screen
kind-action = action
kind-note = note
kind-obligation = obligation
configuration-title = Configuration
configuration-sound = Configuration OK
drafts-kept = { $count ->
    [one] A draft was kept: { $what } – { $keys } resumes it
   *[other] { $count } drafts were kept, latest { $what } – { $keys } resumes them
}
drafts-none = No drafts
drafts-unknown = this draft comes from another version; it is kept
drafts-broken = Unreadable drafts file, moved aside: { $file }
configuration-problems = { $count ->
    [one] The configuration has an error; other settings apply. { $keys } shows it
   *[other] The configuration has { $count } errors; other settings apply. { $keys } shows them
}
help-title = Keys
help-writing = Recording
help-finding = Finding
help-moving = Navigation
help-screens = Screens
help-program = Program
help-signs = Symbols
sign-none = none
sign-as-of = not today’s date
sign-bar = received of payable
sign-more = more than fits
help-filter = Filter keywords
help-typing = While typing
key-enter = Enter
key-esc = Esc
key-tab = Tab
key-shift = Shift-
key-backspace = Backspace
key-delete = Delete
key-insert = Insert
key-home = Home
key-end = End
key-pgup = PgUp
key-pgdn = PgDn
key-space = Space
command-down = next row
command-up = previous row
command-first = first row
command-last = last row
command-half-down = half a page down
command-half-up = half a page up
command-page-down = page down
command-page-up = page up
command-open = open
command-follow = open linked record
command-back = back, clear filter
command-back-or-quit = back, then quit
command-filter = filter, search
command-mine = only mine, or all
command-complete = complete filter keyword
command-next-match = next match
command-previous-match = previous match
command-mark = toggle mark
command-mark-range = mark range
command-mark-all = mark or unmark all shown
command-arrange = sort, choose columns
command-sort-by = sort by column
command-reverse = reverse order
command-show-column = show or hide column
command-column-up = move column left
command-column-down = move column right
command-as-it-comes = default order
command-group = change grouping
command-done = mark as done
command-pay = record payment
command-hold = record committee
command-sign = record signature
command-phase = change phase
command-set = edit field
command-action = add action
command-note = add note
command-indicator = add indicator value
command-call = add call for funds
command-spend = add expenditure
command-plan = plan committee
command-resource = add resource in kind
command-amend = add amendment
command-account = add or edit bank account
command-new-startup = new startup
command-new-convention = new convention
command-finish = mark action as done
command-condition = settle condition
command-send-papers = mark papers as sent
command-snooze = snooze
command-coach = record coach
command-person = add person
command-amend-decision = amend decision
command-withdraw = withdraw decision
command-review-open = open review
command-review-agenda = change agenda
command-review-close = close review
command-review-approve = approve minutes
command-view = save view
command-remove-view = remove view
command-new-party = new party
command-postpone = postpone committee
command-cancel-committee = cancel planned committee
command-remind = record reminder
command-refund = record refund
command-terminate = terminate convention
command-undo = undo last edit
command-undo-this = undo selected edit
command-redo = redo
command-sync = sync: fetch, merge, push
command-stop-sync = stop
command-take-ours = keep local value
command-take-theirs = keep remote value
command-question-before = previous conflict
command-question-after = next conflict
command-manual-edit = manual edit of the record
command-restore = restore from the last commit
command-commit-both = commit both together
command-commit-mine = commit your edit only
command-keep-mine = keep your value
command-drop-mine = discard your value
command-draft = resume draft
command-as-of = view as of another date
command-since = mark what changed since the last committee or review
command-compare = compare with the date shown
command-explain = explain figures
command-cash = cash by month
command-budget = AE and CP by budget year
command-edit = open in editor
command-reload = reload
command-other-language = switch to French (passer en français)
command-configuration = configuration and its errors
command-palette = all actions by name
command-finder = go to record by name
command-today = today
command-portfolio = portfolio
command-obligations = obligations
command-funding = funding
command-committees = committees
command-findings = findings
command-history = history
command-next-screen = next screen
command-previous-screen = previous screen
command-next-section = next section
command-previous-section = previous section
command-help = all keys
command-suspend = suspend (fg to come back)
command-quit = quit immediately
command-open-evidence = open evidence or address
command-skip-step = skip the step of the tour
command-end-tour = end the tour
command-copy-row = copy row
command-copy-letter = copy reminder letter
command-copy-figure = copy amount or date
command-copy-address = copy address, else file and line
command-themes = choose theme
command-review = review: resume or plan
command-agenda = agenda of the review
command-next-startup = next startup
command-previous-startup = previous startup
command-full-screen = sheet in full screen
command-noted = no decision needed
command-on-agenda = add to agenda, or remove
command-move-up = move up
command-move-down = move down
command-more-minutes = more minutes each
command-less-minutes = fewer minutes each
command-review-kind = committee or portfolio review
command-review-fields = edit chair, secretary, place… of the review
command-papers = papers: preview and write
command-paper-format = next format
command-import = import a file
command-import-rest = import what can be imported
command-views = saved views
command-mouse = toggle mouse capture
command-accept = accept
command-cancel = cancel
command-commit = commit
command-next-field = next field
command-previous-field = previous field
command-next-option = next option
command-previous-option = previous option
command-tick = toggle
command-add-row = add row
command-remove-row = remove row
command-break-line = new line
command-start-over = reset form
hint-open = open
hint-filter = filter
hint-mine = mine
hint-mark = mark
hint-mark-range = range
hint-mark-all = all
hint-arrange = columns
hint-sort-by = sort
hint-reverse = reverse
hint-show-column = toggle
hint-column-up = left
hint-column-down = right
hint-as-it-comes = default
hint-group = group
hint-done = done
hint-pay = payment
hint-hold = committee
hint-sign = sign
hint-phase = phase
hint-set = edit field
hint-action = action
hint-note = note
hint-indicator = indicator
hint-call = call
hint-spend = expenditure
hint-plan = committee
hint-resource = resource
hint-amend = amendment
hint-account = account
hint-new-startup = startup
hint-new-convention = convention
hint-finish = action done
hint-condition = condition
hint-send-papers = papers
hint-snooze = snooze
hint-coach = coach
hint-person = person
hint-review = review
hint-agenda = agenda
hint-next-startup = next
hint-previous-startup = previous
hint-full-screen = full screen
hint-noted = noted
hint-on-agenda = add, remove
hint-move-up = up
hint-move-down = down
hint-more-minutes = more time
hint-less-minutes = less time
hint-review-kind = kind
hint-review-fields = chair, place…
hint-papers = papers
hint-paper-format = format
hint-commit = write and commit
hint-amend-decision = amend
hint-withdraw = withdraw
hint-review-open = review
hint-review-agenda = agenda
hint-review-close = close
hint-review-approve = approve
hint-view = save view
hint-remove-view = remove view
hint-new-party = party
hint-postpone = postpone
hint-cancel-committee = cancel committee
hint-remind = reminder
hint-refund = refund
hint-terminate = terminate
hint-undo = undo
hint-undo-this = undo this one
hint-history = history
hint-redo = redo
hint-sync = sync
hint-stop-sync = stop
hint-take-ours = local
hint-take-theirs = remote
hint-question-before = previous
hint-question-after = next
hint-commit-both = both
hint-restore = restore
hint-manual-edit = changes
hint-commit-mine = yours only
hint-keep-mine = keep yours
hint-drop-mine = discard yours
hint-draft = resume draft
hint-edit = edit
hint-explain = explain
hint-cash = cash
hint-budget = budget
hint-import = import
hint-import-rest = import the rest
hint-as-of = date
hint-since = changes
hint-compare = compare
hint-back = back
hint-unmark = unmark
hint-unfilter = show all
hint-back-or-quit = quit
hint-next-screen = screen
hint-next-section = section
hint-palette = actions
hint-search = search
hint-finder = find
hint-help = help
hint-complete = complete
hint-accept = accept
hint-cancel = cancel

## Screen: Portfolio and startup (ui)

column-people = Who
column-key = Key
column-today-amount = Amount
label-owner = Owner
column-startup = Startup
column-phase = Phase
column-bar = { "" }
column-money = Received / payable
column-short-money = Received
column-late = Late
column-committee = Committee
column-term = Convention
column-decided-until = Decided until
column-funded-until = Funded until
column-need = Need
column-late-amount = Late amount
column-phase-age = In phase
column-indicator = Indicator
runway-silent-since = nothing recorded since { $date }
months-count = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
group-short-frameworks = Frameworks
group-frameworks = Frameworks (not included in totals)
group-no-phase = No phase
group-no-startup = No startup
group-nobody = Unassigned
group-no-name = No name
group-year = Budget year { $year }
group-no-year = No due year
grouping-none = not grouped
grouping-day = grouped by day
grouping-author = grouped by author
grouping-urgency = grouped by urgency
grouping-person = grouped by person
grouping-kind = grouped by kind
grouping-state = grouped by state
grouping-due = grouped by due date
grouping-debtor = grouped by debtor
grouping-creditor = grouped by creditor
grouping-convention = grouped by convention
grouping-party = grouped by contributor
grouping-year = grouped by budget year
grouping-decision = grouped by decision
grouping-startup = grouped by startup
grouping-phase = grouped by phase
grouping-incubator = grouped by incubator
grouping-severity = grouped by severity
grouping-check = grouped by check
grouping-record = grouped by record
group-unreadable = Unreadable records
row-unreadable = unreadable
unreadable = This record cannot be read; everything else works. E opens it at the error.
total-startups = { $count ->
    [one] 1 startup
   *[other] { $count } startups
}
total-unread-brief = { $count } unreadable
total-unread = { $count ->
    [one] 1 unreadable record: figures incomplete
   *[other] { $count } unreadable records: figures incomplete
}
total-received = received { $received } of { $payable } payable
total-late = { $count } late
total-due-soon = { $count } soon
total-due = { $count } due
total-waiting = { $count } waiting
total-missed = { $count } missed
total-open = { $count } open
total-undetermined = { $count } undetermined
total-standing = { $count } standing
total-done = { $count } done
status-short-unsigned = unsigned
status-short-in-force = in force
status-short-no-term = no end
status-short-undated = undated
status-short-ending = ending
status-short-ended = ended
status-short-terminated = terminated
missing-signature = signature
missing-short-signature = sig.
missing-term = term
missing-spending = spending
missing-estimated-end = estimated end
missing-papers = papers
missing-event = event
missing-incubator = incubator
missing-no-day = no date
missing-no-startup = each incubated team
missing-unreadable = unreadable
days-late-short = { $days } d
years-late-short = { $years } y
days-late = { $days ->
    [one] 1 day late
   *[other] { $days } days late
}
since = since { $date }
until = until { $date }
withdrawn-on = withdrawn on { $date }
amended-on = amended on { $date }
due-on = due { $date }
due-amount = { $amount } due
outstanding-amount = { $amount } outstanding
article = art. { $article }
framework-apart = Between incubators: not included in the money of the startups.
review-startup-gone = The record of this startup is missing
review-not-open = The review is not open yet: press Enter on the agenda
review-empty-agenda = The agenda is empty: press Space to add a startup
review-needs-decision = A committee decides on each startup, or defers it
review-undone = { $count ->
    [one] 1 action not done
   *[other] { $count } actions not done
}
review-names = { $names } and { $count } others
review-unsettled = Decide, defer, or remove: { $names }
review-note-rest = Close again if no decision is needed for { $names }
review-close-missing = Close again, or first record with e: { $what }
review-close-asked = { $count ->
    [one] The startup has an outcome. Close again to confirm
   *[other] All { $count } startups have an outcome. Close again to confirm
}
review-hours = { $hours } h { $minutes } min
review-time = { $spent } of { $all } min
review-with-team = with the team
review-deliberation = deliberation
review-times = { $count ->
    [one] { $count } startup · { $each } min · { $all }
   *[other] { $count } startups · { $each } min each · { $all }
}
sheet-today = This review
sheet-asked = { $amount } requested
since-committee = Since the committee of { $date }
since-review = Since the review of { $date }
since-day = Since { $date }
since-committee-word = committee
since-review-word = review
changed-since-committee = changed since the last committee
changed-since-review = changed since the last review
changed-since-typed = changed since { $revision }
since-nothing = Nothing recorded
since-no-history = No history here
sheet-headings = Scores
sheet-unit-costs = Costs
cost-per-use = Per use
cost-per-utility = Per utility
cost-per-impact = Per impact
unit-cost-unknown = unknown
unit-cost-no-indicator = no indicator with this heading
unit-cost-no-spending = nothing paid in twelve months
unit-cost-no-value = no value yet
unit-cost-terms = { $paid } ÷ { $value }
sheet-baseline = from { $value }
sheet-committed = Committed (AE)
sheet-paid = Paid (CP)
sheet-left = Left
sheet-nothing-due = Nothing late or due soon
sheet-standards = Standards
sheet-seen = seen on { $date }
sheet-declared = declared
section-summary = Summary
section-funding = Funding
section-obligations = Obligations
section-committees = Committees
section-journal = Log
heading-cash = By month
figure-spent = paid (CP)
heading-forecast = Forecast
heading-past = Past months
heading-short = Cash by startup
cash-title = Cash
budget-title = Budget years
nature-unknown = nature not given
label-available = Available
label-undated = Undated
label-burn = Spending
burn-per-month = { $amount } per month: { $paid } in { $days } days up to { $on }
burn-short = − { $amount } per month
short-from = short from
column-expected = Expected
column-spending = Spending
column-balance = Balance
forecast-unrecorded = Payments are not recorded for { $startups }: not included.
forecast-nothing = No money moved, and none is expected.
chart-most = max. { $amount }
heading-spending = Spending
spending-of-no-name = no description
stage-committed = AE
stage-done = done
stage-paid = CP
no-action = No actions
no-note = No notes
no-indicator = No indicators
no-account = No accounts
by-day = due { $date }
done-on = done on { $date }
heading-undertakings = Obligations
committee-organiser = organised by
committee-chair = chaired by
committee-with = attended by
label-payment-days = Payment delay
label-startups = Startups
amendment-changes = Changes
account-holds = check digits OK
heading-accounts = Accounts
heading-conventions = Conventions
heading-owes = Still owes ({ $count })
heading-owed = Still owed ({ $count })
and-more = and { $count } more: use the list filter
party-no-money = Neither pays nor receives
finder-person = person
heading-coaches = Coaches ({ $count })
heading-late = Late ({ $count })
heading-to-come = Still to do ({ $count })
person-coaches-none = Coaches no startup
party-nothing-open = Nothing open
section-convention = Convention
section-history = History
label-name = Name
label-kind = Kind
heading-gives = Gives
heading-receives = Receives
label-phase = Phase
label-received = Received
label-committee = Committee
label-convention = Convention
label-runs-out = Funded until
label-shared-with = Shared with
label-also = Also known as
label-incubator = Incubator
label-sponsors = Sponsors
label-site = Site
label-statistics = Statistics
label-repository = Source code
label-fast = FAST
label-next = Next
label-planned = Planned
label-participants = Participants
label-papers = Papers due
label-last-held = Last held
label-status = Status
label-decided = Decided
label-signed = Signed
label-ends = Ends
label-term = Term
label-terminated = Terminated
label-reference = Reference
label-parties = Parties
label-signatories = Signatories
label-publication = Publication
label-payment-account = Payee’s account
label-refund-account = Refund account
label-budget = Budget
label-termination = Termination
label-amendment = Amends
statistics-declared = declared, no address
statistics-none = none
heading-findings = Findings
heading-indicators = Indicators
heading-actions = Actions
heading-last-decision = Last decision
heading-open-actions = Open actions
label-coach = Coach
met-on = met on { $date }
not-met-on = not met on { $date }
heading-notes = Notes
heading-movements = Movements
heading-resources = Resources in kind
heading-meetings = Meetings
heading-antecedents = Earlier conventions
no-convention = No conventions
no-committee = No committees
no-decision = no decision
clock-before-money-ends = { $days } days before funds run out
unallocated-spending = { $amount } of spending names an unknown contribution
unallocated-payments = { $amount } of payments name an unknown contribution
payments-not-recorded = Payments are not recorded here
mark-inferred = deduced
not-before = not before { $date }
address-seen = seen on { $date }
term-estimated = { $term }, estimated
total-percent = { $percent }% of { $amount }
total-tax-included = tax included
total-tax-excluded = tax excluded
total-ceiling = at most { $amount }
obligation-if-terminated = if the convention is terminated
obligation-if-authenticates = if the service authenticates users
obligation-if-online-procedure = for online procedures
obligation-if-other = if: { $words }
obligation-waived = waived on { $on }
labelled = { $label }: { $words }
reason-habit = default
reason-runway = funds run out
reason-deferred = deferred
reason-decision = decision expires
reason-clause = clause
reason-brief-habit = default
reason-brief-runway = funds
reason-brief-deferred = deferred
reason-brief-decision = decision
reason-brief-clause = clause
reason-brief-framework = framework
spends-itself = spent directly
paid-so-far = { $amount } received
gate = { $spent } spent by { $party }, threshold { $threshold }
papers-missing = papers missing: { $papers }
trigger-spent = once { $party } has spent { $amount }
trigger-call = on call for funds
trigger-notification = on notification of the convention
trigger-report = on delivery of the report ({ $report })
impact-usable = usable
impact-used = used
impact-useful = useful
impact-impactful = impactful
impact-efficient = efficient
explain-title = Derivation
explain-with-article = { $text } · { $article }
topic-value-of = { $label }, { $parent }
topic-payment = payment from { $contribution } on { $on }
topic-call = call to { $contribution } on { $on }
topic-refund = refund to { $contribution } on { $on }
topic-unknown = unknown
topic-none = none
topic-source = Source: { $source }
topic-uncommitted = not committed
topic-place = no. { $number } of { $count }
topic-received-percent = % received
topic-phase = phase
topic-late = late obligations
topic-undetermined = undetermined obligations
topic-committee = next committee
topic-last-held = last committee held
topic-planned = planned committee
topic-decision = last decision
topic-decided-until = decided until
topic-funded-until = funded until
topic-status = status of the convention
topic-ends = end of the convention
topic-signed = signature
topic-indicator = main indicator
topic-cost-per-use = cost per use
topic-cost-per-utility = cost per utility
topic-cost-per-impact = cost per impact
topic-coach = coach
topic-cash-available = available
topic-cash-undated = expected without a known date
topic-cash-burn = spending per month
topic-cash-received = received in the month
topic-cash-spent = paid (CP) in the month
topic-cash-expected = expected in the month
topic-cash-spending = spending of the month
topic-cash-balance = balance at the end of the month
topic-name = name
topic-today = place in Today
topic-incubator = incubator
topic-rule-committed = The amounts that the conventions promise, from the decision or the signature, whichever is earlier. An undated copy counts from the earliest possible date of its signature; a convention without any of these dates always counts. Amendments count from their signature.
topic-source-committed = “takes effect on the date of signature” (article 5 or 7)
topic-rule-payable = The promised amount that payees are to receive. Amounts that a contributor spends directly are never payable.
topic-source-payable = the contributions of the conventions
topic-rule-due = The payable tranches whose trigger was reached and whose papers were all received. After a termination that settles the amounts committed: the AE on its effective date, at most the promised amount.
topic-source-due = “on a call for funds with a statement of expenditure” (article 4 of the framework)
topic-rule-undetermined-amount = Payable, not received, and without a known date.
topic-source-undetermined-amount = our reading
topic-rule-unscheduled = The part of the undated amount that no tranche schedules.
topic-source-unscheduled = our reading
topic-rule-called = The calls for funds up to the day. A call fills the tranche that it names, else the earliest that calls and payments do not cover yet.
topic-source-called = common practice
topic-rule-uncalled = Payable, and neither called nor received, tranche by tranche.
topic-source-uncalled = the tranches of the conventions
topic-rule-received = The payments up to the day, less reversals. A payment fills the tranche that it names, else the earliest that is not fully paid.
topic-source-received = the records of payments
topic-rule-outstanding = Due, less received.
topic-source-outstanding = the tranches of the conventions
topic-rule-late-amount = Outstanding for longer than the payment delay. Nothing if payments are not recorded.
topic-source-late-amount = the payment delay of the convention, else that of the portfolio
topic-rule-ae = Spending committed: each line from its earliest date. A line without a contribution is charged in proportion to the amounts that its spender holds.
topic-source-ae = decree 2007-44; lines without a contribution are charged in proportion
topic-rule-cp = Spending paid: each line from its payment date. A line without a contribution is charged in proportion to the amounts that its spender holds.
topic-source-cp = decree 2007-44; lines without a contribution are charged in proportion
topic-rule-left = Received, less CP and refunds.
topic-source-left = the clauses on refunds (article 5.4 or 5.5)
topic-rule-refundable = After the end, a termination, or a stop: the money left, never below zero. After a termination that settles the amounts committed: the amount received beyond them, less refunds. Unknown if no spending is recorded, unless a refund of zero is.
topic-source-refundable = the clauses on refunds (article 5.4 or 5.5); decree 2007-44, article 7
topic-rule-refundable-committed = The part of the refundable amount that is committed and not yet paid: at most AE − CP.
topic-source-refundable-committed = the clauses on refunds (article 5.4 or 5.5)
topic-rule-received-percent = Received, divided by payable.
topic-source-received-percent = the figures received and payable
topic-rule-phase = The phase that began last, up to the day.
topic-source-phase = the phases of the startup
topic-rule-late = Obligations, payments, and committees past their due date and not done; payments past the payment delay.
topic-source-late = the clauses listed
topic-rule-undetermined = Obligations, payments, and committees whose due date depends on something unknown.
topic-source-undetermined = the clauses listed
topic-rule-committee = The earliest of: a clause, counted from the last committee held; the end of the last decision; the end of the funds; without a clause, the default of the portfolio.
topic-source-committee = “an investment committee every six months” (article 2); the handbook
topic-rule-last-held = The last committee recorded as held, up to the day. A deferral does not count.
topic-source-last-held = the committees of the startup
topic-rule-planned = The next committee planned on or after the date, else one planned earlier that is not recorded as held.
topic-source-planned = the committees of the startup
topic-rule-decision = The decision of the last committee held up to the day.
topic-source-decision = the committees of the startup
topic-rule-decided-until = The end of the last decision, or the date until which it was deferred.
topic-source-decided-until = the committees of the startup
topic-rule-funded-until = The money left, divided by the CP of the six months up to the last line, over at least thirty days, from the day of that line; at the latest the end of the conventions, and unknown beyond ten years.
topic-source-funded-until = the handbook: a committee 30 to 45 days before funds run out
topic-rule-status = Unsigned until the signature, undated if the copy bears no date, in force until the end or a termination, ending soon in its last days; no end date if the end is unknown.
topic-source-status = “takes effect on the date of signature” (article 5 or 7)
topic-rule-ends = The term counted from the signature, or the last day that it states; a termination ends it earlier. An estimated end never ends the convention.
topic-source-ends = the article on the term
topic-rule-signed = The signature date, from that date on.
topic-source-signed = the signed document
topic-rule-indicator = The last value of the main indicator up to the day.
topic-source-indicator = the indicators of the startup
topic-rule-unit-cost = The CP of the twelve months to the day, divided by the last value of the indicator with that heading. Unknown if one of them is missing.
topic-source-unit-cost = the handbook: the committee looks at the cost of the results
topic-rule-coach = The people who coach the startup on the day.
topic-source-coach = the coaches of the startup
topic-rule-today = Unreadable records first, then rows that are late, due within a week, due soon, and undated; within each group, by subject, date, and amount.
topic-source-today = common practice
topic-rule-payment = A tranche is due on the later of its trigger and the day on which all its papers were recorded; it is late after the payment delay. We read a threshold (“consommé”, article 4) as paid (CP).
topic-source-payment = “on a call for funds with a statement of expenditure” (article 4 of the framework)
topic-rule-liquidation = After a termination that settles the amounts committed: the AE on the effective date, at most the promised amount, less payments received; late after the payment delay.
topic-source-liquidation = the article on termination (6.2)
topic-rule-conditional = With “if terminated”: only after a termination, on its effective date at the earliest. With any other condition: undetermined until a fulfilment is recorded, because it is not known whether it falls due.
topic-source-conditional = the clause; our reading
topic-rule-refund-duty = Done by a fulfilment, by a recorded refund of zero, or once the refunds from its debtor to its creditor leave nothing refundable after the end. A partial refund does not fulfil it.
topic-source-refund-duty = the clauses on refunds (article 5.4 or 5.5)
topic-rule-evidence = Done from the day on which the address was seen, unless the clause needs a recorded fulfilment. An address without a day proves nothing.
topic-source-evidence = the clause; our reading
topic-rule-papers = Papers are due a week before a planned committee.
topic-source-papers = setting of the portfolio (papers_days)
topic-rule-fund-report = Owed for each budget year in which money was received or carried over, by 31 January, unless the convention has its own clause on the management report.
topic-source-fund-report = decree 2007-44, article 6
topic-rule-agreed = Due on the agreed date, late from the next day.
topic-source-agreed = the decisions of the committee
topic-rule-standing = In force as long as the convention is.
topic-source-standing = the clause
topic-rule-obligation = Due on the date that the clause gives, late from the next day. A fulfilment counts for the due date that it names, else for the earliest overdue one.
topic-source-obligation = the clause
topic-rule-cash-available = Amounts received and amounts that contributors spend directly, less CP and refunds. In the portfolio, each contribution counts once; startups without recorded payments are not included.
topic-rule-cash-undated = The amounts payable and not received of tranches without a known due date.
topic-rule-cash-burn = The CP of the six months up to the last line of spending, by the day, over at least thirty days.
topic-rule-cash-received = The payments of the month, less reversals.
topic-rule-cash-spent = The lines of spending paid in the month, less credit notes.
topic-rule-cash-expected = The amounts not yet received of tranches that fall due in the month; overdue ones count in the current month.
topic-rule-cash-spending = The rate of the six months up to the last line of spending, for each day after that line, until the last of the conventions ends. In the portfolio: the sum over the startups.
topic-rule-cash-balance = { $before } before, + { $expected } expected, − { $spending } spending.
topic-rule-recorded = As recorded.
topic-source-recorded = the record
derivation-clause = clause
derivation-signature = signature
derivation-term = term
derivation-termination = termination
derivation-received = money received
derivation-last-time = the last time
derivation-spending = spending reached the threshold
derivation-papers = papers received
derivation-incubator = joined the incubator
empty-portfolio = No startups
empty-portfolio-help = { $keys } adds one; couveuse demo opens a sample portfolio.
empty-filter = No match
empty-filter-help = { $keys } clears the filter.

## Screen: Obligations and Findings (ui)

column-due = Due
column-days-late = Late
column-between = From → to
column-what = What
column-amount = Amount
column-article = Article
column-severity = Severity
column-finding = Finding
column-place = Location
group-late = Late
group-due-soon = Due soon
group-due = Due
group-waiting = Waiting
group-missed = Missed
group-open = Open
group-undetermined = Undetermined
group-standing = Standing
group-done = Done
screen-what-committee = Hold the investment committee
screen-what-payment = Pay { $amount }
screen-what-payment-in-full = Pay the contribution
whose-framework = framework
label-between = From → to
label-due = Due
label-rule = Rule
label-unknown = Blocked by
label-done = Done
label-evidence = Evidence
label-startup = Startup
label-article = Article
label-record = Record
rule-every = every { $span }
rule-standing = always
moment-signature = on signature
moment-signature-and = { $span } after signature
moment-end = at the end of the convention
moment-end-and = { $span } after the end of the convention
moment-short-signature = on signature
moment-short-signature-and = signature + { $span }
moment-tight-signature-and = sig. + { $span }
moment-typed-signature = signature
moment-typed-end = end
moment-tight-and = + { $span }
moment-short-end = at the end
moment-short-end-and = end + { $span }
way-field = opens the field.
way-conflict = asks which value to keep.
way-editor = opens the record in your editor, at this line.
way-account = edits the bank account.
way-signature = records the signature date; the due dates that depend on it are then known.
way-term = opens the record: a term sets the date.
way-spending = opens the record: paid expenditure makes the tranche due.
way-no-startup = opens the record: it names no startup.
way-payment = records the payment.
way-committee = records the committee.
way-obligation = marks it as done.
finding-title = Finding
finding-years-sum = { $party }: the budget years add up to { $sum }, but the contribution is { $amount }
finding-years-sum-help = compare with the document and correct `years` or `amount`
total-error = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
total-warning = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
total-info = { $count } info
row-went-to = now under “{ $group }”
row-went-away = no longer in this list
empty-today = Nothing needs attention
empty-today-help = { $keys } lists all obligations.
empty-today-until = Nothing needs attention until { $date }
empty-today-until-help = { $keys } lists all obligations.
empty-obligations = No obligations
empty-obligations-help = They come from conventions: { $keys } adds one.
empty-findings = No findings
empty-findings-help = All records were checked.

## The history

column-time = Time
column-who = Author
column-did = Edit
column-change = Change
column-reason = Reason
column-records = Records
commit-title = Commit
reading-history = Reading the history…
reading-history-help = { "" }
empty-history = No commits yet
empty-history-help = Every edit is a commit: { $keys } lists the edits. To commit the first records: git add . then git commit.
empty-history-of = No commits to these records yet
empty-history-no-repository = Not a git repository: no history
empty-history-no-repository-help = Run git init, then commit the records.
empty-history-unread = Cannot read the history
empty-history-unread-help = couveuse log shows the reason.
total-commits = { $count ->
    [one] { $count } commit
   *[other] { $count } commits
  }
total-commits-more = and older
more-facts = { $count ->
    [one] … and another fact
   *[other] … and { $count } other facts
  }
more-records = { $count ->
    [one] … and another record
   *[other] … and { $count } other records
  }
more-lines = { $count ->
    [one] … and another line
   *[other] … and { $count } other lines
  }
change-not-shown = Too long to compare here, or not text: use git show.
change-created = created
change-removed = removed
undo-this-asked = { $keys } again undoes the edit by { $author } on { $date }: { $subject }
undo-of-undo = this commit is an undo; U redoes the edit if no other followed
undo-not-ours = not an edit made by couveuse; use git revert
merge-commit = merge
sync-commit = { $count ->
    [one] sync · 1 commit
   *[other] sync · { $count } commits
  }
no-verb = not by couveuse
verb-done = done
verb-pay = payment
verb-sign = signature
verb-hold = committee held
verb-phase = phase
verb-indicator = indicator
verb-note = note
verb-postpone = committee postponed
verb-remind = reminder
verb-refund = refund
verb-terminate = termination
verb-action = action
verb-finish = action done
verb-call = call for funds
verb-spend = expenditure
verb-plan = committee planned
verb-resource = resource
verb-amend = amendment
verb-account = account
verb-new-startup = new startup
verb-new-convention = new convention
verb-new-party = new party
verb-condition = condition
verb-send-papers = papers sent
verb-snooze = snooze
verb-coach = coach
verb-person = person
verb-amend-decision = decision amended
verb-withdraw = decision withdrawn
verb-review-open = review opened
verb-review-agenda = agenda
verb-review-close = review closed
verb-review-approve = minutes approved
verb-view = view
verb-remove-view = view removed
verb-import = import
verb-set = field
verb-several = several
verb-sync = sync
verb-undo = undo
verb-redo = redo
verb-hand = manual edit

## Screen: Funding and Committees (ui)

column-promise = From → to
column-trigger = Trigger
total-apart = frameworks, not included:
column-state = State
column-timeline = Timeline
month-initials = JFMAMJJASOND
legend-held = held
legend-planned = planned
legend-passed = planned date passed
legend-due = due
legend-late = late
legend-funded = funded
all-tranches = all tranches
late-after = late after { $date }
label-spending = Spending
label-missing = Missing
gate-crossed = threshold reached on { $date }
given-by = from { $party }
column-outstanding = Outstanding
column-next = Next
column-last-held = Last held
column-decision = Decision
column-planned = Planned
group-committee-late = Late
group-committee-due-soon = Due soon
group-committee-ok = On time
group-committee-undetermined = Undetermined
group-committee-none = None expected
total-committees-late = { $count } late
total-committees-startups = { $count ->
    [one] ({ $count } startup)
   *[other] ({ $count } startups)
}
total-committees-due-soon = { $count } soon
total-committees-ok = { $count } on time
total-committees-undetermined = { $count } undetermined
total-committees-none = { $count } with none expected
tranche-whole = in full
gate-short = { $spent } spent
gate-part = { $percent }%
empty-funding = No contributions
empty-funding-help = They come from conventions: { $keys } adds one.
empty-committees = No committees due
empty-committees-help = Active startups have one every six months: { $keys } adds a startup.

## Days out of order (edit)

order-decided = earlier than the decision to sign ({ $on })
order-amended = earlier than the signature of the amended convention ({ $on })
order-amendment = later than the signature of its amendment ({ $on })
order-ended = later than the end of the convention ({ $on })
order-terminated = later than the termination ({ $on })
order-fulfilled = later than an obligation already fulfilled ({ $on })
order-signed = earlier than the signature ({ $on })
order-committed = earlier than the commitment ({ $on })
order-service-done = earlier than the service done ({ $on })
order-noticed = earlier than the notice ({ $on })
order-coached = earlier than the coach recorded last ({ $on })
order-review = earlier than the review ({ $on })
order-review-day = the review is on { $on }
order-changed = earlier than the committee ({ $on })

## Messages of commits
commit-pay = { $owner }: { $amount } received from { $from }
commit-pay-detail = Contribution { $contribution } of { $convention }{ $article }{ $tranche }; received on { $on }.
commit-call = { $owner }: { $amount } called from { $from }
commit-call-detail = Contribution { $contribution } of { $convention }{ $article }{ $tranche }; sent on { $on }.
commit-with = With: { $papers }
commit-reference = Reference: { $reference }
commit-remind = { $owner }: { $party } reminded of { $item }
commit-refund = { $owner }: { $amount } returned to { $from }
commit-refund-none = { $owner }: nothing left to return to { $from }
commit-refund-detail = Contribution { $contribution } of { $convention }, on { $on }.
commit-spend = { $owner }: { $amount } spent on { $what }
commit-spend-committed = { $owner }: { $amount } committed for { $what }
commit-under = Under { $convention }{ $article }.
commit-committed = Committed on { $on }.
commit-service-done = Service done on { $on }.
commit-paid = Paid on { $on }.
commit-by = Spent by { $by }.
commit-charged = Charged to contribution { $contribution }.
commit-supplier = Supplier: { $text }
commit-nature = Nature: { $text }
commit-order = Order: { $text }
commit-request = Payment request: { $text }
commit-for-startup = For { $text }.
commit-budget-year = Budget year: { $text }
commit-sign = { $convention }: signed on { $on }
commit-sign-undated = { $convention }: copy without a date
commit-not-before = Not before { $day }.
commit-terminate = { $convention }: terminated as of { $effect }
commit-notice = Notice given on { $notice }.
commit-reason = Reason: { $reason }
commit-hold = { $startup }: committee held on { $on }
commit-hold-decision = { $startup }: committee held on { $on }, { $decision }
commit-envelope = Envelope: { $envelope }
commit-asked = Amount requested: { $asked }
commit-comment = Comment: { $comment }
commit-reservations = Reservations: { $reservations }
commit-condition = Condition: { $what }
commit-decided-action = Action: { $what }
commit-next = Next committee planned on { $next }
commit-until = Funded until { $until }
commit-deferred-until = Deferred until { $until }
commit-plan = { $startup }: committee planned on { $on }
commit-postpone = { $startup }: committee moved from { $from } to { $on }
commit-postpone-cancel = { $startup }: committee of { $from } cancelled
commit-phase = { $startup }: phase { $phase } from { $from }
commit-phase-before = Until then: { $phase } (from { $from }).
commit-phase-after = Then: { $phase } (from { $from }).
commit-indicator = { $startup }: { $indicator } { $value }
commit-indicator-before = Before: { $value } on { $on }.
commit-on = On { $on }.
commit-note = { $startup }: note: { $text }
commit-source = Source: { $source }
commit-action = { $startup }: agreed: { $what }
commit-finish = { $startup }: done: { $what }
commit-owner = Owner: { $owner }
commit-due = Due on { $due }.
commit-was-due = It was due on { $due }.
commit-done-on = Done on { $on }.
commit-for-due = For the due date of { $due }.
commit-done = { $owner }: { $what }
commit-done-management-report = management report sent
commit-done-statement-of-expenditure = statement of expenditure sent
commit-done-refund = unspent money returned
commit-done-source-code = source code published
commit-done-statistics-page = statistics page published
commit-done-publication = convention published
commit-done-other = { $what } done
commit-obligation = Obligation { $obligation } of { $convention }{ $article }.
commit-debtor = Owed by { $debtor }.
commit-evidence = Evidence: { $evidence }
commit-resource = { $owner }: { $from } provides { $what }
commit-share = Share: { $share }
commit-lasts = For { $lasts } from the signature.
commit-amend = { $convention }: amendment { $amendment }
commit-decided = Decided on { $on }.
commit-signed = Signed on { $on }.
commit-unsigned = Not signed yet.
commit-term-months = Term: { $months } months.
commit-term-until = Term: until { $until }.
commit-new-convention = { $convention }: new convention
commit-pledge = { $amount } from { $from } to { $to }.
commit-pledge-direct = { $amount } from { $from }, spent directly.
commit-new-startup = { $startup }: new startup
commit-new-startup-phase = Phase { $phase } from { $from }.
commit-new-party = { $party }: new party
commit-account = { $party }: bank account{ $id } added
commit-account-changed = { $party }: bank account{ $id } changed
commit-before = Before: { $before }
commit-set = { $record }: { $field } set to { $value }
commit-set-removed = { $record }: field “{ $field }” cleared
commit-person = { $person }: new person
commit-person-changed = { $person }: person changed
commit-amend-decision = { $startup }: decision of { $on } amended
commit-withdraw = { $startup }: decision of { $on } withdrawn
commit-review-open = { $review }: review opened, { $count ->
    [one] 1 startup
   *[other] { $count } startups
}
commit-review-agenda-add = { $review }: { $startups } added to the agenda
commit-review-agenda-drop = { $review }: { $startups } removed from the agenda
commit-review-agenda-move = { $review }: { $startups } moved on the agenda
commit-review-close = { $review }: review closed
commit-review-approve = { $review }: minutes approved on { $on }
commit-person-emails = E-mail addresses: { $count }.
commit-view = View “{ $name }” saved
commit-view-changed = View “{ $name }” changed
commit-remove-view = View “{ $name }” removed
commit-coach = { $startup }: coached by { $person } from { $from }
commit-condition-met = { $startup }: condition met: { $what }
commit-condition-not-met = { $startup }: condition not met: { $what }
commit-papers = { $startup }: papers for the committee of { $committee } sent
commit-item-text = “{ $text }”
commit-item-committee = committee
commit-item-papers = papers
commit-item-contribution = contribution { $contribution }
commit-item-tranche = tranche { $tranche } of { $contribution }
commit-snooze = { $record }: { $item } snoozed until { $until }
commit-of-record = { $record }: { $what }
commit-of-records = { $what } in { $count } records
commit-several = { $count } changes
commit-several-done = { $count } obligations done
commit-several-pay = { $count } payments received
commit-several-sign = { $count } conventions signed
commit-several-hold = { $count } committees held
commit-several-phase = { $count } phases entered
commit-several-indicator = { $count } indicator values
commit-several-note = { $count } notes
commit-several-action = { $count } actions agreed
commit-several-finish = { $count } actions done
commit-several-call = { $count } calls for funds
commit-several-spend = { $count } expenditures
commit-several-plan = { $count } committees planned
commit-several-postpone = { $count } committees postponed
commit-several-resource = { $count } resources in kind
commit-several-amend = { $count } amendments
commit-several-remind = { $count } reminders
commit-several-refund = { $count } refunds
commit-several-terminate = { $count } conventions terminated
commit-several-account = { $count } bank accounts
commit-several-new-startup = { $count } new startups
commit-several-new-convention = { $count } new conventions
commit-several-new-party = { $count } new parties
commit-several-set = { $count } fields set
commit-several-person = { $count } people
commit-several-amend-decision = { $count } decisions amended
commit-several-withdraw = { $count } decisions withdrawn
commit-several-review-open = { $count } reviews opened
commit-several-review-agenda = { $count } changes of the agenda
commit-several-review-close = { $count } reviews closed
commit-several-review-approve = { $count } minutes approved
commit-several-view = { $count } views saved
commit-several-remove-view = { $count } views removed
commit-several-coach = { $count } coaches
commit-several-condition = { $count } conditions settled
commit-several-send-papers = papers of { $count } committees sent
commit-several-snooze = { $count } rows snoozed
already-recorded = already recorded, nothing to add
more-than-promised = { $amount } more than promised

## Screen: forms (ui)

form-title-open = Open items
form-title-done = Obligation fulfilled
form-title-pay = Payment received
form-title-sign = Signature
form-title-hold = Committee held
form-title-phase = Phase
form-title-indicator = Indicator value
form-title-note = Note
form-title-action = Action
form-title-finish = Action done
form-title-call = Call for funds
form-title-spend = Expenditure
form-title-plan = Committee planned
form-title-new-party = New party
form-title-condition = Condition
form-title-send-papers = Papers sent
form-title-snooze = Snooze
form-title-coach = Coach
form-title-person = Person
form-title-amend-decision = Amend decision
form-title-withdraw = Withdraw decision
form-title-review-open = Review
form-title-review-agenda = Agenda
form-title-review-close = Close review
form-title-review-approve = Approve minutes
form-title-view = Save view
form-title-remove-view = Remove view
form-title-postpone = Postpone committee
form-title-remind = Reminder
form-title-refund = Refund
form-title-terminate = Termination
form-title-resource = Resource in kind
form-title-amend = New amendment
form-title-account = Bank account
form-title-new-startup = New startup
form-title-new-convention = New convention
form-title-set = Field

form-target-open = Item
form-target-obligation = Obligation
form-target-contribution = Contribution
form-target-convention = Convention
form-target-startup = Startup
form-target-action = Action
form-target-condition = Condition
form-target-papers = Committee
form-target-row = Row
form-target-account = Account
form-target-record = Record
form-count-obligation = { $count ->
    [one] { $count } obligation
   *[other] { $count } obligations
}
form-count-contribution = { $count ->
    [one] { $count } contribution
   *[other] { $count } contributions
}
form-count-convention = { $count ->
    [one] { $count } convention
   *[other] { $count } conventions
}
form-count-startup = { $count ->
    [one] { $count } startup
   *[other] { $count } startups
}
form-count-action = { $count ->
    [one] { $count } action
   *[other] { $count } actions
}
form-count-condition = { $count ->
    [one] { $count } condition
   *[other] { $count } conditions
}
form-count-papers = { $count ->
    [one] { $count } committee
   *[other] { $count } committees
}
form-count-row = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
form-count-account = { $count ->
    [one] { $count } account
   *[other] { $count } accounts
}
form-count-record = { $count ->
    [one] { $count } record
   *[other] { $count } records
}
form-left-out = skipped: { $what }
form-left-out-nothing = nothing to record
form-left-out-done = an obligation
form-left-out-pay = a payment to receive
form-left-out-hold = a committee
form-left-out-finish = an action
form-left-out-condition = a condition
form-left-out-send-papers = papers of a committee
form-left-out-several = several choices
form-which = Required
form-option-action = action: { $what }
form-option-condition = condition: { $what }
form-papers-of = papers of { $date }
form-varies = varies: { $values }
form-too-many = { $count } rows marked; at most { $most } at once: filter, or mark fewer
form-nothing-to-say = Nothing to record for { $name }
form-decision-none = none
form-none = not specified
form-true = yes
form-false = no
form-by-payee = the payee
form-contribution-none = none
form-payee-none = nobody: spent directly
form-amount-of = { $party } contributes
form-new-option = new: { $name }
form-account-new = another account
form-convention-title = { $startups }: convention { $parties }

field-on-done = Done on
field-on-pay = Received on
field-on-sign = Signed on
field-on-hold = Held on
field-from-phase = From
field-on-indicator = Date
field-on-note = Date
field-on-remind = Sent on
field-on-refund = Refunded on
field-from-postpone = Planned on
field-on-postpone = New date
field-cancel = Cancel instead
field-asked = Amount requested
field-arbitration = To settle
field-support = Support requested
row-condition-what = Condition
row-condition-owner = Owner
row-condition-due = Due
row-condition-proof = Proof
row-action-what = Action
row-action-owner = Owner
row-action-due = Due
field-comment = Comment
field-reservation = Reservations
field-score = Scores
field-condition-hold = Conditions
field-action = Actions
field-present = Present
field-excused = Excused
field-represented = Represented
field-consequences = Consequences
field-next = Next committee
field-cancel-planned = Cancel planned committees
field-condition = Condition
field-on-condition = Settled on
field-on-send-papers = Sent on
field-not-met = Not met
field-person = Person
field-screen = Screen
field-filter = Filter
field-sort = Sort by
field-group = Group by
field-column = Columns
form-column-none = all
field-from-coach = From
field-email = E-mail
field-notice = Notice on
field-effect = Effective on
field-reason = Reason
field-kind-new-party = Kind
field-why = Reason for the commit
field-on-finish = Done on
field-on-call = Sent on
field-of = Committee of
field-on-amend-decision = Amended on
field-on-withdraw = Withdrawn on
field-on-plan = Date
field-signed-amend = Signed on
field-from-new-startup = From
field-signed-new-convention = Signed on
field-evidence = Evidence
field-amount = Amount
field-reference = Reference
field-decision = Decision
field-envelope = Envelope
field-until = Until
field-phase = Phase
field-indicator = Indicator
field-value = Value
field-unit = Unit
field-text = Note
field-source = Source
field-what-action = What
field-what-spend = Description
field-what-resource = What
field-owner = Owner
field-due = Due
field-with = Papers attached
field-paid = Paid on (CP)
field-done = Service done on
field-committed = Committed on (AE)
field-by = Spent by
field-contribution = Charged to
field-supplier = Supplier
field-nature = Nature
field-order = Order
field-request = Payment request
field-startup-spend = For startup
field-budget-year = Budget year
form-startup-none = not stated
field-from = Provided by
field-share = Share of time
field-lasts = Duration
field-article = Article
field-title = Title
field-id = ID
field-decided = Decided on
field-decided-new-convention = Decided on
field-months = Duration (months)
field-until-amend = Or until
field-iban = IBAN
field-bic = BIC
field-holder = Holder
field-bank = Bank code
field-branch = Branch code
field-number = Account number
field-key = Key
field-id-account = ID
field-name = Name
field-mission = Mission
field-incubator = Incubator
field-sponsor = Sponsors
field-startup = Startups
field-party = Parties
field-new-party = New party
field-amount-new = Its contribution
field-payee = Paid to
field-field = Field


form-already-done = Already done on { $on }
form-none-selected = Select a row first
form-none-of-startup = { $name } has no startup: select one
form-none-of-convention = { $name } has no convention: add one, or select a convention
form-none-call = No tranche to call for { $name }: all are called, or spent directly
form-none-account = { $name } has no accounts: select a party or its convention
form-none-finish = No open actions for { $name }
form-none-condition = No open conditions for { $name }
form-none-remind = Nothing is late for { $name }
form-none-send-papers = No planned committee of { $name } is waiting for papers
form-none-set = { $name } has no editable field here: open the record in the editor
form-none-done = No open obligations for { $name }
form-none-pay = Nothing left to receive for { $name }
form-none-sign = Nothing left to sign for { $name }
form-none-postpone = No planned committee for { $name }
form-none-amend-decision = No committee held for { $name }
form-none-withdraw = No committee held for { $name }
form-none-hold = No committee to record for { $name }

form-detail-due = due { $date }
form-detail-late = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
}
form-detail-rest = { $rest } of { $amount } outstanding
form-detail-decided = decided { $date }
form-detail-last-held = last held { $date }
form-detail-none-held = none held yet
form-detail-planned = planned { $date }
form-detail-since = since { $date }
form-detail-no-phase = no phase yet
form-detail-called = { $amount } already called
form-detail-gate = { $spent } of { $threshold } spent
form-detail-account = The account as recorded
form-detail-account-mended = As derived from the RIB

form-in-the-future = in the future: record it then
form-after-as-of = later than the date shown
form-not-committed = not committed yet
form-not-committed-help = { $commit } tries again
form-nothing-matches = No match
form-score = { $score } of 4
form-score-why = { $score } of 4 · { $why }
form-error-score = Expected 0 to 4, then the reason: 3 they asked for it
form-error-party = Unknown party { $name }: expected NAME/PARTY/CAPACITY
form-nobody-of = nobody from { $parties }, required by the convention
form-row-blank = add
form-asked-beside = { $amount } · { $difference } compared with last time
form-asked-same = { $amount } · as last time
form-why-deferred = Required: reason for the deferral
form-unknown = unknown
form-fact-last = Last decision
form-fact-recorded = Recorded
form-fact-until = until { $date }
form-fact-money = Money
form-fact-amounts = { $received } received of { $payable } · { $left } left
form-fact-runway = Funded until
form-fact-conditions = Conditions
form-fact-actions = Actions
form-fact-indicators = Indicators
form-fact-target = target { $value } by { $date }
form-fact-scores = Scores
form-fact-arbitrations = To settle
form-wanted = Required
form-error-pick = Pick one
form-error-empty = Required
form-error-whole = Expected a whole number
form-error-moment = Expected a date, signature, end, or end + 3 months
form-error-start = Expected a date, signature, or last
form-error-signature = Expected a date, or undated
form-error-id = Use unaccented letters, digits, hyphens, and dots between them: au-compost-mitoyen
form-error-taken = This id is already in use
form-error-one-term = Give either months or a date
form-named = { $name }: { $value }
form-separated = separated by { $separator }
form-iban-fits = check digits OK
form-error-nothing = Expected an amount above zero
form-error-out-of-order = Date { $why }
form-plan-another = a committee is already planned on { $date }; e on its row moves it
form-paid-already = already received in full
form-error-already-paid = The same payment is already recorded on { $on }; use a reference to distinguish them
form-error-ends-before = Earlier than the committee
form-error-already-fulfilled = Already recorded as done on { $on }
form-error-already-signed = Already signed on { $on }
form-error-already-terminated = Already terminated as of { $on }
form-error-already-held = A committee is already recorded on { $on }: amend its decision, or withdraw it
form-error-no-record = No record “{ $record }”
form-error-no-entry = No entry “{ $entry }” in this record
form-error-would-not-load = The record would become invalid: { $why }
form-error-too-large = { $record } would become too large
form-error-as-it-stands = The record is invalid and cannot be changed: { $why }

form-preview-waiting = Preview appears when the form is complete
form-preview-reading = Reading the record…
form-preview-unchanged = No change
form-preview-more = { $count ->
    [0] end
    [one] 1 more line: PgDn
   *[other] { $count } more lines: PgDn
}
form-new-file = new
form-commit = Commit
form-saving = Committing…

form-hint-next = next
form-hint-commit = commit
form-hint-close = close
form-hint-keep = close, keep draft
form-hint-choose = choose or type
form-hint-tick = toggle or type
form-hint-break = new line
form-hint-add-row = add
form-hint-remove-row = remove
form-hint-field = field
form-hint-anew = reset
form-hint-anew-draft = discard draft
form-hint-help = help

## First run, and the demo

welcome-title = New portfolio
tour-number = Tour { $number }/{ $count }
tour-done = Mark a late obligation as done
tour-pay = Record a payment: select a tranche that is late
tour-sign = Record a signature: { $name } waits for one
tour-hold = Record a committee with its decision
tour-action = Add an action to the selected startup
tour-undo = Undo the last edit: each edit is one commit
tour-view = Save this list as a view, shared through git
tour-skip = skip
tour-quit = end
tour-over = The tour is over: everything you did is in the history (7)
tour-ended = Tour ended
welcome-about = This folder is empty. Two names and a language turn it into a portfolio: a few text files, and one commit.
welcome-name = Incubator
welcome-home = Host organisation
welcome-language = Commits in
welcome-french = French (Space: English)
welcome-english = English (Space: French)
welcome-enter = next, create
welcome-tab = other field
welcome-leave = cancel
welcome-demo = couveuse demo opens a sample portfolio.
welcome-done = portfolio created: { $keys } adds the first startup
init-language = Language of the commits: fr or en [{ $suggested }]
init-done = created and committed a portfolio in { $folder }; open it with couveuse { $folder }
init-ci-written = wrote { $file }: complete it and commit it
init-merge-offered = couveuse init --merge-driver makes git merge records by meaning, too
init-merge-registered = git now merges records by meaning: committed in .gitattributes and registered in this repository’s configuration
init-merge-configured = git now merges records by meaning here: registered in this repository’s configuration
init-merge-already = git already merges records by meaning here
error-already-a-portfolio = { $folder } already contains records
error-already-a-portfolio-help = open it with couveuse { $folder }
error-in-the-way = { $file } already exists
error-in-the-way-help = nothing was written; move the file, or choose another folder
demo-left = the demo is in { $folder }; reopen it with couveuse { $folder }

## Command line (cli)

usage-unknown-option = unknown option { $word }
usage-unknown-option-help = see { $help }
usage-unknown-option-near = unknown option { $word }
usage-unknown-option-near-help = did you mean { $nearest }?
usage-stray-word = unexpected argument { $word }
usage-stray-word-help = to name a folder, use --folder { $word }
usage-no-value = { $option } needs a value
usage-no-value-help = see { $help }
usage-unknown-value = invalid value { $value } for { $option }
usage-unknown-value-help = known values: { $known }
usage-unknown-command = unknown command { $value }
usage-unknown-command-help = see { $help }
usage-unknown-command-near = unknown command { $value }
usage-unknown-command-near-help = did you mean { $nearest }?
usage-unknown-value-near = invalid value { $value } for { $option }
usage-unknown-value-near-help = did you mean { $nearest }?
usage-bad-value = invalid value { $value } for { $option }
usage-bad-value-help = see { $help }
usage-missing = { $count ->
   *[other] missing { $missing }
}
usage-missing-help = see { $help }
usage-together = { $option } cannot be used with { $other }
usage-together-help = see { $help }
usage-twice = { $option } is given twice
usage-twice-help = see { $help }
usage-takes-none = { $option } takes no value
usage-takes-none-help = see { $help }
usage-not-understood = invalid command line
usage-not-understood-help = see { $help }
usage-no-json = { $command } has no JSON output
usage-no-json-help = remove --json

error-no-folder = no such folder: { $folder }
error-no-folder-help = couveuse init { $folder } creates one; couveuse demo opens a sample
error-not-a-folder = { $folder } is a file, not a folder
error-not-a-folder-help = name the folder that contains the records
error-not-a-portfolio = no records in { $folder }
error-not-a-portfolio-help = couveuse init { $folder } creates a portfolio; couveuse demo opens a sample
error-no-portfolio-here = no records here or in portfolio/
error-no-portfolio-here-help = name a folder of records; couveuse init creates one, couveuse demo opens a sample
error-no-command = { $word } is neither a command nor a folder
error-no-command-help = did you mean couveuse { $command }?
error-as-of-of-a-fact = --as-of sets the date of a view, not that of a fact
error-as-of-of-a-fact-help = give the date of the fact with --on DATE
error-at-of-an-edit = --at reads the records as of a commit; edits apply to the current records
error-at-of-an-edit-help = remove --at; give the date of the fact with --on DATE
error-at-not-reading = this command has no --at
error-at-not-reading-help = --at works with list, show, due, funding, today, committees, check, report, log, diff, and explain
error-two-folders = the folder is named twice
error-two-folders-help = give FOLDER or --folder DIR, not both
error-folder-exists = { $folder } already exists
error-folder-exists-help = choose a folder that does not exist yet
error-refused = { $file }: { $why }
error-watch-limit = inotify limit reached: changes to the folder are not detected
error-watch-limit-help = g r reloads the folder; --no-watch hides this message
error-watch = cannot watch the folder ({ $why }): changes are not detected
error-watch-help = g r reloads the folder; --no-watch hides this message
error-system = system error: { $why }
committed-unsaid = committed as { $commit }, but the answer could not be written: { $why }
error-json-needs-command = the screen has no JSON output
error-json-needs-command-help = use a command: couveuse list --json
error-no-terminal = the screen needs a terminal
error-no-terminal-help = for text, use couveuse list, due, funding, committees, or check
error-not-restored = { $record } has changed meanwhile, or other changes to it are staged
error-not-restored-help = show its changes again; git diff --cached shows what is staged
error-editor-missing = { $editor } is not installed
error-editor-missing-help = set your editor with git config core.editor, or in $VISUAL or $EDITOR
error-editor-start = { $editor } cannot be started: { $why }
error-editor-start-help = set your editor with git config core.editor, or in $VISUAL or $EDITOR
error-editor-code = { $editor } exited with code { $code }
error-editor-code-help = set your editor with git config core.editor, or in $VISUAL or $EDITOR
error-editor-killed = { $editor } was stopped by a signal
error-editor-killed-help = set your editor with git config core.editor, or in $VISUAL or $EDITOR
error-date = { $option } { $typed }
error-date-help = { $why }
error-amount = { $option } { $typed }
error-amount-help = { $why }
error-id-empty = expected an id
error-id = { $typed } is not a valid id
error-id-help = use unaccented letters, digits, hyphens, and dots between them: histologe-pau-anct
error-id-near = { $typed } is not a valid id
error-id-near-help = use unaccented letters, digits, hyphens, and dots between them; did you mean { $nearest }?
error-id-reserved = { $typed } is not allowed as an id
error-id-reserved-help = Windows reserves this name for a device: choose another one
error-no-pair = { $typed } is not an entry of a convention
error-no-pair-help = write CONVENTION/ID: histologe-pau-anct/pau
error-filter-help = see couveuse due --help for the filter keywords
error-me = you are not a person of this portfolio
error-me-help = set me = "ID" in the configuration, or add the e-mail address of your commits to [[people]]: couveuse person ID --email ADDRESS
error-me-unknown = the configuration sets me = "{ $id }", but the portfolio has no such person
error-me-unknown-help = correct `me` in the configuration, or remove it and add the e-mail address of your commits to [[people]]: couveuse person ID --email ADDRESS
error-me-several = { $people } have the e-mail address of your commits
error-me-several-help = remove it from all but one in [[people]], or set me = "ID" in the configuration
whoami-configured = { $person } ({ $id }), from the configuration
whoami-by-email = { $person } ({ $id }), from the e-mail address of your commits
whoami-coaches = Coaches { $startups }
error-no-check = unknown check { $name }
error-no-view = unknown view { $name }
error-no-view-help = saved views: { $known }
error-no-view-near = unknown view { $name }
error-no-view-near-help = did you mean { $nearest }?
error-no-views = unknown view { $name }
error-no-views-help = no views are saved: couveuse view --help
error-view-of-screen = view { $name } belongs to another screen: { $screen }
error-view-of-screen-help = run the command of that screen, or couveuse --view { $name }
error-view-unknown-screen = view { $name } belongs to an unknown screen: { $screen }
error-view-unknown-screen-help = change the screen with couveuse view, or update couveuse
error-view-word = { $option }: unknown { $word }
error-view-word-help = known values: { $known }
error-no-check-help = known checks: { $known }
error-no-check-near = unknown check { $name }
error-no-check-near-help = did you mean { $nearest }?
error-no-page = unknown command { $word }
error-no-page-help = see couveuse --help
error-no-topic = unknown help topic { $topic }
error-no-topic-help = topics: { $known }
error-no-topic-near = unknown help topic { $topic }
error-no-topic-near-help = did you mean { $nearest }?
error-no-id = no record { $id }
error-no-id-help = couveuse list shows the ids of startups and their conventions
error-no-id-near = no record { $id }
error-no-id-near-help = did you mean { $nearest }?
error-unreadable = { $record } cannot be read
error-unreadable-help = couveuse check shows why
error-many-ids = several records have the id { $id }
error-many-ids-help = use one of: { $known }

error-no-record = { $kind ->
    [party] no party { $id }
    [startup] no startup { $id }
   *[convention] no convention { $id }
}
error-no-record-help = { $kind ->
    [party] couveuse new party creates one
   *[other] couveuse list shows the ids of startups and their conventions
}
error-no-record-near = { $kind ->
    [party] no party { $id }
    [startup] no startup { $id }
   *[convention] no convention { $id }
}
error-no-record-near-help = did you mean { $nearest }?
error-no-entry = no entry { $entry } in this record
error-no-entry-help = known entries: { $known }
error-no-entry-near = no entry { $entry } in this record
error-no-entry-near-help = did you mean { $nearest }?
error-no-entry-at-all = no entry { $entry } in this record
error-no-entry-at-all-help = the record has no such entries
error-no-person = no person { $entry } in this portfolio
error-no-person-help = known people: { $known }; couveuse person { $entry } adds one
error-no-person-at-all = no person { $entry }: this portfolio has no people
error-no-person-at-all-help = couveuse person { $entry } adds the person
error-no-person-near = no person { $entry } in this portfolio
error-no-person-near-help = did you mean { $nearest }?
error-address-taken = this e-mail address belongs to { $person }
error-address-taken-help = an address identifies one person: give each person their own
error-no-tranche = the contribution has no tranche { $number }
error-no-tranche-help = { $count ->
    [one] it has one tranche: 1
   *[other] tranches go from 1 to { $count }
}
error-no-payee = { $contribution } is spent directly by its contributor
error-no-payee-help = there is nothing to call or receive
error-is-payment = { $contribution } is the obligation to pay a contribution
error-is-payment-help = record the payment instead, with its own form or couveuse pay
error-is-committee = this is the committee clause
error-is-committee-help = record the committee instead, with its own form or couveuse hold
error-repealed = { $amendment } repeals { $obligation }
error-repealed-help = a repealed obligation is no longer owed
error-in-the-future = { $on } is in the future
error-in-the-future-help = record facts once they have happened
error-out-of-order = date { $why }
error-out-of-order-help = give another date, or correct the record in your editor
error-not-recurring = { $obligation } does not recur
error-not-recurring-help = remove --due: it applies only to recurring obligations
error-already-paid = the same payment is already recorded on { $on }
error-already-paid-help = if there were two, use a reference to distinguish them
error-not-due = { $obligation } is not due on { $due }
error-not-due-help = it is due on { $known }
error-not-due-at-all = { $obligation } is not due on { $due }
error-not-due-at-all-help = it has no known due date: remove --due
error-already-fulfilled = already recorded as done on { $on }
error-already-fulfilled-help = give another date, or undo the first entry
error-already-signed = already signed on { $on }
error-already-signed-help = to correct the date, open the record in your editor
error-already-terminated = already terminated as of { $on }
error-already-terminated-help = to correct it, use couveuse set or open the record in your editor
error-option-of-entry = { $option } does not apply to { $typed }
error-option-of-entry-help = --due is for obligations, --not-met for conditions, --evidence and --file for both
error-no-today-row = { $record } has no row “{ $item }” in Today
error-no-today-row-help = { $count ->
    [0] none of its rows can be snoozed
   *[other] its rows: { $known }
}
error-proof-of-action = --proof applies to a --condition, not to an --action
error-proof-of-action-help = put it after its --condition
error-option-of-task = { $option } must follow a --condition or an --action
error-option-of-task-help = put it after the condition or action to which it belongs
error-nothing-paid = expected an amount above zero
error-nothing-paid-help = to record money returned, use couveuse refund
error-already-held = a committee was already held on { $on }
error-already-held-help = amend its decision (couveuse amend-decision), withdraw it (couveuse withdraw), or give another date
error-ends-before-it-begins = the funding would end before the committee
error-ends-before-it-begins-help = give a later date
error-nothing = nothing to record
error-nothing-help = give at least one value
error-record-exists = { $record } already exists
error-record-exists-help = choose another id, or edit the existing record
error-is-amendment = this is an amendment of { $convention }
error-is-amendment-help = amend { $convention } instead
error-in-the-past = { $on } is in the past
error-too-far-ahead = a row can be snoozed for at most a year, until { $last }
error-not-ahead = { $on } is not in the future
error-in-the-past-help = record it as held, with its own form or couveuse hold
error-already-called = the same call for funds is already recorded on { $on }
error-already-called-help = if there were two, use a reference to distinguish them
error-already-reminded = this reminder is already recorded on { $on }
error-already-reminded-help = nothing to add
error-already-planned = a committee is already planned on { $on }
error-already-planned-help = give another date, or move or cancel the planned one (couveuse postpone)
error-already-in-phase = already in { $phase } since { $on }
error-already-in-phase-help = choose another phase, or correct the date of this one
error-already-measured = this indicator already has a value on { $on }
error-already-measured-help = give another date, or correct the value
error-already-finished = already done on { $on }
error-already-finished-help = if that is wrong, undo it first
error-already-there = “{ $words }” is already recorded
error-already-there-help = nothing to add
error-review-closed = review { $review } is closed
error-review-closed-help = undo the closing, or amend the decision
error-review-open = review { $review } is not closed yet
error-review-open-help = close it first: couveuse review close { $review }
error-without-outcome = no outcome yet: { $startups }
error-without-outcome-help = record their committees (couveuse hold STARTUP --review ID), remove them from the agenda, or, in a portfolio review, note them (--noted STARTUP, --note-rest)
error-minutes-approved = the minutes of { $review } are approved
error-minutes-approved-help = amend the decision with a reason (couveuse amend-decision), or withdraw it
error-already-approved = already approved on { $on }
error-no-review = no review is { $state }
error-no-review-help = couveuse review lists them
error-many-reviews = several reviews: { $known }
error-many-reviews-help = give the id of one of them
error-score = { $typed } is not a score
error-score-help = write HEADING=SCORE or HEADING=SCORE:REASON; headings: { $known }; scores: whole numbers
error-hold-file = { $file }: { $why }
error-hold-file-help = the file contains one committee, with any conditions and actions: see couveuse hold --help
error-evidence-not-a-file = { $file } is not a file
error-evidence-not-a-file-help = name the one file that proves it, such as a signed scan
error-evidence-is-a-record = { $file } is a record and cannot be evidence
error-evidence-is-a-record-help = name the file that proves it, such as a signed scan
error-review-closed-there = review { $review } was closed on the remote by { $who } on { $when }{ $count ->
    [0] , with the same outcomes
   *[other] ; different outcomes: { $differing }
}
error-review-closed-there-help = run couveuse sync to receive it
review-outcome-differs = { $startup }: { $there } on the remote, { $here } here
error-other-unit = this indicator is measured in { $unit }
error-other-unit-help = remove the unit, or use another indicator name
error-no-day = no date given
error-no-day-help = give the date of the commitment, of the service done, or of the payment
error-missing = missing { $key ->
    [indicator] name of the indicator
    [comment] reason for the deferral (--comment)
    [text] text
    [name] name
    [title] title
    [iban] account number
    [startups] startup
    [parties] parties
    [term] term for this article
   *[what] description
}
error-missing-help = this value is required
error-no-field = no field { $path }
error-no-field-help = couveuse schema lists the fields of a record
error-no-field-known = no field { $path }
error-no-field-known-help = known fields: { $known }
error-no-field-near = no field { $path }
error-no-field-near-help = did you mean { $nearest }?
error-number = { $option } { $typed }: { $why }
error-value = { $typed }: { $why }
error-many-actions = several actions start with { $typed }
error-many-actions-help = give more of the text: { $known }
error-due-of-several = --due applies to one obligation only
error-due-of-several-help = remove --due, or record the obligations one by one
error-span = { $typed } is not a duration
error-span-help = write 6 months, 1 year, 2 weeks or 10 days
error-promise = { $typed } is not a contribution
error-promise-help = write FROM:TO=AMOUNT, or FROM=AMOUNT if the party spends it directly
error-one-value = this field takes one value
error-one-value-help = put a text of several words in quotes
error-would-not-load = the record would become invalid: { $why }
error-would-not-load-help = couveuse check shows what is wrong
error-broken-record = the record is not valid TOML: { $why }
error-broken-record-help = fix it first: couveuse check shows where
error-no-such-place = { $path } is not in the file
error-no-such-place-help = the file has changed; try again

error-no-repository = not a git repository
error-no-repository-help = run git init, then commit the records
error-no-identity = git has no user name or e-mail address
error-no-identity-help = run git config --global user.name "Your Name", and likewise user.email
error-detached-head = HEAD is on no branch
error-detached-head-help = run git switch BRANCH, or git switch --create BRANCH
error-no-commit-yet = the repository has no commits yet
error-no-commit-yet-help = commit the records first: git add . and git commit
error-other-owner = the repository in { $folder } belongs to another user
error-other-owner-help = if you trust it, run git config --global --add safe.directory { $folder }
error-stopped = stopped: nothing was committed
error-stopped-help = if a hook does not end, check it in .git/hooks
error-in-progress = a git operation is in progress: { $what }
error-in-progress-help = { $what ->
    [bisect] end it with git bisect reset, then try again
   *[other] complete it with git { $what } --continue, or cancel it with git { $what } --abort; then try again
}
error-dirty = { $file } has uncommitted changes
error-dirty-help = commit or stash them, or use --hand-edits commit to include them in the commit, --hand-edits leave to leave them uncommitted
error-untracked = { $file } is not tracked by git
error-untracked-help = run git add { $file }, then git commit
recovered-finished = finished an interrupted save: { $subject }
recovered-taken-back = rolled back an interrupted save that was not committed: { $subject }
recovered-from-commit = a save was interrupted and cannot be completed here; this is the state of the last commit
error-branch-moved = another program keeps committing to this branch
error-branch-moved-help = try again in a moment
error-locked = { $file } is locked by another git process
error-locked-help = wait until it ends; if none is running, delete the lock
error-git-refused = git failed: { $why }
error-git-refused-help = nothing was changed; fix what the hook or the signing key reports above, then try again
error-refused-but-changed = git refused: { $why }
error-refused-but-changed-help = { $file } still contains the edit as the hook left it: check it, then commit or restore it
error-foreign-journal = { $file } was not written by couveuse for this folder
error-foreign-journal-help = nothing was changed; check it and delete it, then try again
error-not-checked-out = { $file } is not checked out
error-not-checked-out-help = nothing was changed; add it with git sparse-checkout, then try again
error-nothing-to-change = no change: the record already contains this
error-nothing-to-change-help = nothing was written
error-nothing-to-undo = nothing to undo
error-nothing-to-undo-help = undo reverts only edits made by couveuse; for other commits, use git revert
error-nothing-to-redo = nothing to redo
error-nothing-to-redo-help = redo repeats an edit just undone; a new edit clears it
error-nothing-to-commit = no uncommitted changes in this file
error-file-exists = { $file } already exists
error-file-exists-help = choose another id, or edit the existing record
error-changed = { $path } of { $record } changed from { $was } to { $now } meanwhile; your value is { $meant }
error-changed-help = nothing was written; repeat the edit to set your value
error-gone = { $what } is no longer in { $record }; { $meant } was not written
error-gone-help = couveuse log { $record } shows who deleted it
changed-nothing = (nothing)
merge-open = { $file }: { $field } is { $ours } locally and { $theirs } remotely; the file has the local value: choose one, then run git add { $file }
merge-open-record = { $file }: changed on both sides and cannot be merged; the file has the local version: choose one, then run git add { $file }
error-already-undone = { $commit } was already undone
error-already-undone-help = see git log
error-no-git = git not found
error-no-git-help = this repository has hooks or signs commits: install git
error-undo-conflict = later changes touch the same lines as { $commit }
error-undo-conflict-help = undo the later edits first, or correct the record in your editor
error-no-revision = “{ $typed }” is not a commit, branch, tag, or date
error-no-revision-help = write a commit (a1b2c3d, HEAD~2), a tag, or a date: 4/3/2021
error-not-explained = { $record } has no “{ $what }” to explain
error-not-explained-help = couveuse explain { $record } lists what can be explained
error-not-explained-near = { $record } has no “{ $what }” to explain; did you mean { $nearest }?
error-not-explained-near-help = couveuse explain { $record } lists what can be explained
error-history-begins = nothing was recorded up to { $day }
error-history-begins-help = the history begins on { $begins }
error-history-shallow = this clone has no commit up to { $day }
error-history-shallow-help = it is shallow and begins on { $begins }; git fetch --unshallow gets the rest
error-no-records-then = commit { $commit } of { $on } has no records in this folder
error-no-records-then-help = couveuse log lists the commits that changed records
error-damaged-branch = the last commit of { $branch } cannot be read, perhaps after a power failure
error-damaged-branch-help = nothing was changed; to return to the last whole commit in its log and keep your files: rm -f { $file } && git update-ref { $branch } { $commit } && git reset
error-damaged-index = { $file } is damaged, perhaps after a power failure
error-damaged-index-help = nothing was changed; delete it, then run git reset, which rebuilds it from the last commit: no file and no commit is lost
error-not-fetched = history needs files that this partial clone has not fetched: { $why }
error-not-fetched-help = git fetch --refetch --no-filter gets them
error-damaged-commit = commit { $commit } cannot be read: { $why }
error-damaged-commit-help = git fsck shows what is damaged or missing; git fetch --refetch gets it from the remote
error-not-a-startup = { $startup } is not a startup
error-no-committee-held = no committee of { $startup } has been held
error-no-review-held = no review of { $startup } has been closed
error-no-commit = no commit { $commit }
error-no-commit-help = git log --oneline lists commits
error-elsewhere = { $commit } is not in the history of this branch
error-elsewhere-help = switch to its branch with git switch, or merge it
error-not-ours = { $commit } is not an edit made by couveuse
error-not-ours-help = for other commits, use git revert
error-git = git: { $why }
error-past-records = these are the records as of commit { $commit }, which cannot be edited
error-past-records-help = return to the current records first

## Doctor (cli)

doctor-check-folder = folder
doctor-check-git = git
doctor-check-work-tree = branch
doctor-check-format = format
doctor-check-checkout = checkout
doctor-check-identity = identity
doctor-check-signing = signing
doctor-check-hooks = hooks
doctor-check-index = index
doctor-check-journal = journal
doctor-check-merge-driver = merge driver
doctor-check-remote = remote
doctor-check-push = push
doctor-check-credentials = credentials
doctor-check-locale = locale
doctor-check-colours = colours
doctor-check-size = size
doctor-check-background = background
doctor-check-clipboard = clipboard
doctor-check-editor = editor
doctor-folder = { $folder }: { $count ->
    [one] { $count } record
   *[other] { $count } records
}, readable and writable
doctor-folder-unreadable = { $count ->
    [one] cannot read { $file }
   *[other] cannot read { $file } and others: { $count } in all
}
doctor-folder-unreadable-help = make them readable; couveuse check shows what is wrong with each
doctor-folder-read-only = cannot write to { $folder }
doctor-folder-read-only-help = run chmod u+wx { $folder }, or ask its owner for access
doctor-git = git { $version }
doctor-git-old = git { $version } is too old for some repositories
doctor-git-old-help = install git 2.31 or later
doctor-bare = the repository is bare and has no work tree
doctor-bare-help = clone it with git clone, and open the clone
doctor-work-tree = branch { $branch }, no uncommitted records
doctor-work-tree-changed = branch { $branch }, { $count ->
    [one] { $count } record has
   *[other] { $count } records have
} uncommitted changes ({ $record })
doctor-work-tree-changed-help = commit them with git; until then, couveuse asks about them at each edit of these records
doctor-format = SHA-1, couveuse writes the commits
doctor-format-unknown = git cannot read the repository: { $why }
doctor-format-unknown-help = install the git that created it, or a newer one; git status tries again
doctor-format-by-git = couveuse reads and writes this format through git
doctor-checkout = complete
doctor-partial = partial clone: git fetches what is missing when it is needed
doctor-shallow = shallow clone: the history ends early, and a sync may find no common commit
doctor-shallow-help = run git fetch --unshallow
doctor-sparse = { $count ->
    [one] the sparse checkout leaves out { $file }, which cannot be edited
   *[other] the sparse checkout leaves out { $file } and others, which cannot be edited: { $count } in all
}
doctor-sparse-help = run git sparse-checkout disable, or add the folders with git sparse-checkout add
doctor-identity = { $name }
doctor-identity-known = known to git
doctor-signing = commits are signed with { $program }
doctor-signing-off = commits are not signed
doctor-signing-no-program = commits must be signed, but { $program } is not installed
doctor-signing-no-program-help = install it, or run git config commit.gpgsign false
doctor-signing-no-key = commits must be signed by { $program }, but no key is configured
doctor-signing-no-key-help = run git config user.signingKey KEY, or git config commit.gpgsign false
doctor-hooks = git runs { $names }
doctor-hooks-none = none
doctor-hooks-ignored = git ignores { $names }: not executable
doctor-hooks-ignored-help = run chmod +x { $file }, or delete it
doctor-hooks-no-folder = core.hooksPath names { $folder }, which does not exist
doctor-hooks-no-folder-help = create it, or run git config --unset core.hooksPath
doctor-index = readable, not locked
doctor-journal = no interrupted save
doctor-journal-left = a save was interrupted: { $subject }
doctor-journal-left-help = the next edit or start of the screen completes it or rolls it back
doctor-merge-driver = plain git merges records by meaning, too
doctor-merge-driver-none = not set up: plain git merges records by lines
doctor-merge-driver-none-help = run couveuse init --merge-driver
doctor-merge-driver-unregistered = not registered in this clone: plain git merges records by lines
doctor-merge-driver-unregistered-help = run couveuse init --merge-driver in this clone
doctor-merge-driver-gone = { $program } no longer exists: plain git merges records by lines
doctor-merge-driver-gone-help = run couveuse init --merge-driver again
doctor-remote = { $remote } answers ({ $address })
doctor-remote-silent = { $remote } did not answer within { $seconds } seconds
doctor-remote-silent-help = check the network, and the address with git remote -v
doctor-push = commits go to { $target }
doctor-credentials = { $helper }
doctor-credentials-local = not needed: the remote is a folder
doctor-credentials-ssh = by SSH key
doctor-credentials-no-ssh = the remote is reached by SSH, but ssh is not installed
doctor-credentials-no-ssh-help = install an SSH client
doctor-credentials-asked = asked for in a window
doctor-credentials-none = no credential helper: git may ask for a password, which the screen cannot show
doctor-credentials-none-help = run git config --global credential.helper with cache, store, or the helper of your system; or sync with couveuse sync in a shell
doctor-credentials-no-program = the credential helper { $helper } is not installed
doctor-credentials-no-program-help = install it, or choose another: git config --global credential.helper cache
doctor-locale = UTF-8, { $language ->
    [fr] French
   *[other] English
}
doctor-locale-not-utf8 = { $locale } is not UTF-8: couveuse draws only ASCII
doctor-locale-not-utf8-help = run export LANG=C.UTF-8, or set ascii = false in the configuration
doctor-colours-true = 24-bit colours
doctor-colours-indexed = 256 colours
doctor-colours-sixteen = 16 colours
doctor-colours-unwanted = none: NO_COLOR is set
doctor-colours-none = none: TERM is { $term }
doctor-colours-none-help = run export TERM=xterm-256color if your terminal has colours
doctor-colours-no-term = TERM is not set; 16 colours are assumed
doctor-colours-no-term-help = run export TERM=xterm-256color, or the name of your terminal
doctor-size = { $columns } × { $rows }
doctor-size-small = { $columns } × { $rows }: too small for the screen
doctor-size-small-help = enlarge the window to 20 × 5 at least; 110 × 30 shows everything
doctor-size-unknown = the terminal does not report its size
doctor-size-unknown-help = run stty columns 80 rows 24
doctor-no-terminal = input or output is not a terminal
doctor-no-terminal-help = run couveuse doctor without a pipe, in the terminal that you use
doctor-background-dark = dark
doctor-background-light = light
doctor-background-theme = theme { $theme } is configured
doctor-background-unneeded = not needed without colours
doctor-background-unknown = the terminal does not report it; dark is assumed
doctor-background-unknown-help = if it is light, set theme = "light" in the configuration
doctor-clipboard = { $program }
doctor-clipboard-by-terminal = through the terminal (OSC 52)
doctor-clipboard-no-program = { $program } is not installed; copying works only in terminals with OSC 52
doctor-clipboard-no-program-help = install { $program }
doctor-editor = { $editor }
doctor-editor-missing = { $editor } is not installed
doctor-editor-missing-help = run export VISUAL=nano, or the name of your editor
doctor-look = see git status and git fsck; fix it, then run couveuse doctor again
doctor-broken = { $count ->
    [0] Edits and syncs work.
    [one] { $count } problem prevents an edit or a sync.
   *[other] { $count } problems prevent an edit or a sync.
}

## Imports (cli)

import-counts = { $new } new, { $changed } changed, { $same } already recorded, { $differs } different, { $refused } refused{ $parties ->
    [0] .
    [one] ; 1 new party.
   *[other] ; { $parties } new parties.
}
import-more-refused = and { $count } more rows of this record, for the same reason
import-unused-columns = Columns not imported: { $columns }
import-state-new = new
import-state-changed = changed
import-state-differs = differs
import-state-refused = refused
import-differs = { $field }: { $ours } recorded, { $theirs } imported
import-kept = { $field }: { $ours } recorded, { $theirs } imported; the recorded value is kept
import-no-difference = No differences.
import-dry-run = Dry run: nothing was committed.
import-incomplete = Nothing was committed: some rows are refused or differ. Correct them, or import the rest with --accept-partial.
import-progress = { $count } of { $all } rows
import-reading = Reading the file
import-matching = Matching { $count } of { $all } rows
import-stopping = Stopping
import-way-out = { $stop } stops; nothing has been changed.
import-cancelled = Import cancelled; nothing was changed
import-nothing = Nothing to import.
import-confirm = Commit? [y/N]
import-not-confirmed = Nothing was committed.
import-unreadable = cannot be read: { $why }
import-no-front-matter = no front matter between two lines ---
import-yaml = not valid YAML: { $why }
import-missing = { $field } is missing
import-wrong-type = { $field }: { $value } is not a value of this key
import-no-id = { $field }: “{ $value }” gives no valid id
import-no-date = { $field } is missing
import-bad-date = { $field }: “{ $value }” is not a date such as 2026-03-31
import-unknown-phase = { $field }: unknown phase “{ $value }”
import-broken-record = { $record } has errors; couveuse check shows them
import-same-id = { $slug } and { $other } would both be { $id }
import-id-taken = { $id } exists here without the slug { $slug }: run couveuse set { $id } slug { $slug } if it is the same
import-slug-twice = several startups here have the slug { $slug }: { $known }
import-not-published = { $slug } is not in the public record
import-title = Import
import-about = A folder or a page of the public record, or a table of expenditure or payments (CSV, XLSX, ODS). The plan comes first; nothing is committed before you accept it.
paper-title = Papers
paper-making = …
paper-path = File
paper-exists = { $file } has different content: Enter replaces it
paper-everybody = all late debtors
paper-missing =
    { $count ->
        [one] Draft: 1 fact is missing
       *[other] Draft: { $count } facts are missing
    }
paper-written =
    { $count ->
        [one] Written: { $file }
       *[other] { $count } files written to { $folder }
    }
paper-management = Management report
paper-statement = Statement of expenditure
paper-call = Call for funds
paper-reminder = Reminder
paper-sheet = Sheet
paper-minutes = Minutes
paper-papers = Agenda and sheets
paper-summary = Summary of the portfolio
import-ready = Every row can be imported.
import-partial = Some rows are refused or differ: correct them, or import only the rest.
import-word-new = new
import-word-changed = changed
import-word-differs = differs
import-word-refused = refused
import-line = convention/{ $convention }: { $count ->
    [one] 1 row
   *[other] { $count } rows
}
import-new-rows = new { $count ->
    [one] 1 row
   *[other] { $count } rows
} ({ $record })
import-no-sheet = no sheet “{ $sheet }”; the workbook has { $known }
import-empty-table = the table is empty
import-no-column = no column for “{ $field }” among { $known }; name it in import/NAME.toml, see couveuse import expenditure --help
import-same-columns = several columns for “{ $field }”: { $known }; name the right one in import/NAME.toml
import-no-value = { $column } is empty
import-bad-amount = { $column }: “{ $value }” is not an amount in euros and cents
import-ambiguous-amount = { $column }: “{ $value }” is ambiguous: write 1234.00 for thousands, 1.23 for decimals
import-bad-day = { $column }: “{ $value }” is not a date such as 31/3/2026
import-bad-year = { $column }: “{ $value }” is not a year
import-bad-number = { $column }: “{ $value }” is not a number
import-future-day = { $column }: { $on } is in the future
import-no-convention = no column names the convention
import-unknown-order = no convention has the order { $value }; name its convention in import/NAME.toml
import-unknown-convention = no convention for “{ $value }”
import-many-conventions = several conventions for “{ $value }”: { $known }
import-unknown-contribution = no contribution “{ $value }”; contributions: { $known }
import-unknown-contributor = “{ $value }” is not a contributor; contributors: { $known }
import-no-contribution = { $value } has no contribution to receive
import-many-contributions = several contributions of { $value }: { $known }; add a column “contribution”
import-no-tranche = { $column }: no tranche { $value }
import-unknown-party = no party “{ $value }”
import-unknown-startup = no startup “{ $value }”
import-repeated-row = the same as line { $line }
import-probably-same = probably recorded already, with other details: edit that entry, or record this row by hand
import-too-large = { $record } would exceed { $limit } MiB: { $size } MiB with { $count } more rows
import-by-mapping = by “{ $value }” in the mapping
import-by-convention = by its convention, { $value }
import-by-order = by its order, { $value }
import-by-contribution = contribution { $value }, by its name
import-by-contributor = the contribution of { $value }
import-only-contribution = { $value }, the only contribution
import-by-tranche = tranche { $tranche }, by its number
import-tranche-of-amount = tranche { $tranche }, the only unpaid one of this amount
import-known-supplier = supplier { $value }, as the records spell it
import-by-startup = by its startup, { $value }
error-outdated = { $record } has changed since the import was planned
error-outdated-help = nothing was changed; import again
error-too-large = { $record } would exceed { $limit } bytes: { $size } bytes
error-too-large-help = nothing was changed
error-no-pages = no pages (*.md) in { $folder }
error-no-pages-help = name the folder _startups of the public record, or one of its files
error-import-mapping = cannot read { $file }: { $why }
error-import-mapping-help = it has one table [parties] with lines such as departement-oise = "oise"
error-import-table = cannot import { $file }: { $why }
error-import-table-help = nothing was changed
error-mapping-kind = the mapping is not for { $kind }
error-mapping-kind-help = check the key `kind` of the mapping
error-ledger-mapping = cannot read { $file }: { $why }
error-ledger-mapping-help = keys: kind, sheet, columns, match.convention, and conventions; see couveuse import expenditure --help
commit-import-expenditure = Import { $count ->
    [one] 1 line of expenditure
   *[other] { $count } lines of expenditure
}
commit-import-payments = Import { $count ->
    [one] 1 payment
   *[other] { $count } payments
}
commit-import-public-record = Import { $count ->
    [one] 1 startup
   *[other] { $count } startups
} from the public record

## Configuration (cli)

config-file-head = couveuse configuration. Commented lines show the defaults.
config-file-language = Language of texts, dates, and amounts: "fr" or "en"; default: that of the system.
config-file-theme = Theme name; default: chosen by the terminal’s background.
config-file-watch = Detect changes made by other programs; if false, g r reloads.
config-file-mouse = Capture the mouse; if false, the terminal keeps its own selection.
config-file-ascii = Draw lines and charts in ASCII only.
config-file-links = Turn sites, evidence, commits, and files into links; default: if the terminal is known to show links.
config-file-me = Your id among the people of the portfolio; default: from the e-mail address of your commits.
config-file-keys = Keys by command name: write sequences with spaces; [] removes all keys of a command.
config-file-in = In one context only: portfolio, obligations, findings, startup, reading…
config-title-file = file
config-title-language = language
config-title-theme = theme
config-title-mouse = mouse
config-title-watch = watch
config-title-ascii = ASCII
config-title-links = links
config-title-me = me
config-title-keys = keys
config-absent = { $file } (does not exist)
config-from-file = configuration
config-built-in = default
config-yes = yes
config-no = no
config-as-system = system
config-as-terminal = terminal
config-by-email = by e-mail
config-own-keys = { $count ->
    [0] default
    [one] 1 command customised
   *[other] { $count } commands customised
}
config-how = couveuse config --default > FILE writes a commented file; couveuse config --keys lists the keys.
config-column-command = command
config-column-keys = keys
config-column-where = context
config-column-what = description
config-everywhere = everywhere

config-unreadable = cannot read the configuration: { $why }
config-unreadable-help = defaults apply; fix its permissions, or delete it
config-syntax = invalid TOML: { $words }
config-syntax-help = other lines still apply
config-unknown-setting = unknown setting `{ $name }`
config-unknown-setting-help = known settings: { $known }
config-unknown-setting-near = unknown setting `{ $name }`
config-unknown-setting-near-help = did you mean `{ $nearest }`?
config-unknown-command = unknown command `{ $name }`
config-unknown-command-help = couveuse config --keys lists the commands
config-unknown-command-near = unknown command `{ $name }`
config-unknown-command-near-help = did you mean `{ $nearest }`?
config-unknown-context = unknown context `{ $name }`
config-unknown-context-help = known contexts: { $known }
config-unknown-context-near = unknown context `{ $name }`
config-unknown-context-near-help = did you mean `{ $nearest }`?
config-unknown-value = `{ $name }` cannot be “{ $value }”
config-unknown-value-help = known values: { $known }
config-not-an-id = “{ $value }” is not a valid id
config-not-an-id-help = write the id of a person of the portfolio: me = "coach-a"
config-wrong-type = `{ $name }` takes { $expected ->
    [switch] true or false
    [table] a table
    [keys] a key or a list of keys, in quotes
   *[text] a text in quotes
}
config-wrong-type-help = { $expected ->
    [switch] { $name } = true
    [table] [{ $name }]
    [keys] { $name } = ["x", "Alt-d"], or [] to leave none
   *[text] { $name } = "…"
}
config-unknown-key = unknown key `{ $key }`
config-unknown-key-help = write x, G, Ctrl-d, Alt-d, Shift-Tab, F5, Space, Enter, Esc, Up, PgDn… and sequences with spaces: "g r"
config-no-key = empty key
config-no-key-help = to remove all keys, write []
config-key-not-there = `{ $command }` cannot be used { $context ->
    [all] with a key
   *[other] in `{ $context }`
}
config-key-not-there-help = couveuse config --keys shows the contexts of each command
config-key-needed = `{ $command }` needs a key
config-key-needed-help = the default keys remain; assign another one
config-key-typed = `{ $keys }` is a character: it types text where `{ $command }` applies
config-key-typed-help = use a key that types nothing: Ctrl-…, Alt-…, F2, Enter…
config-key-lost = { $relation ->
    [same] `{ $keys }` already belongs to `{ $other }`
    [longer] `{ $keys }` starts with `{ $theirs }`, which belongs to `{ $other }`
   *[shorter] `{ $keys }` would hide `{ $theirs }`, which belongs to `{ $other }`
}
config-key-lost-help = `{ $command }` does not get it; use another key, or remove it from `{ $other }`
config-key-won = { $relation ->
    [same] `{ $keys }` no longer belongs to `{ $other }`
    [longer] `{ $theirs }` no longer belongs to `{ $other }`: `{ $keys }` starts with it
   *[shorter] `{ $theirs }` no longer belongs to `{ $other }`: `{ $keys }` hides it
}
config-key-won-help = assign other keys to `{ $other }`, or `{ $other } = []` for none

## Copying, mouse, themes

copied = copied:
copied-lines = { $count ->
    [one] copied 1 line
   *[other] copied { $count } lines
}
too-small = too small: 20 × 5 at least
address-opened = opened: { $address }
address-none = neither an address nor a file of the repository: { $address }
address-nothing = no evidence or address here
copied-nothing = nothing to copy here
mouse-ours = mouse captured; with Shift most terminals still select text
mouse-theirs = mouse released: the terminal selects text
themes-title = Themes
views-title = Saved views
views-none = No saved views. { $keys } saves the current one.
view-unknown-screen = unknown screen
view-unknown-word = Unknown value { $word }; known values: { $known }
themes-no-colour = Colours are off: no terminal support, or NO_COLOR is set.
theme-about-auto = follows the terminal’s background, if known
theme-about-dark = dark background
theme-about-light = light background
theme-about-high-contrast = strongest contrast for text, lines, and selection
theme-about-sixteen = the terminal’s own sixteen colours
theme-about-deuteranopia = no red/green contrast (deuteranopia, protanopia)
theme-about-tritanopia = no blue/green contrast (tritanopia)
theme-kept = theme: { $theme }

## Themes
theme-syntax = invalid TOML: { $about }
theme-syntax-help = fix the line; until then, a built-in theme is used
theme-unknown-key = unknown theme key “{ $about }”
theme-unknown-key-help = a theme has inherits, background, [palette], and [tokens]; a token has fg, bg, and modifiers
theme-wrong-type = wrong type
theme-wrong-type-help = a colour is a text or 0 to 255, a token is { "{" } fg = "…" { "}" }, modifiers are a list
theme-unknown-token = unknown token “{ $about }”
theme-unknown-token-help = known tokens: { $tokens }
theme-missing-token = the token “{ $about }” has no style
theme-missing-token-help = add a style, or inherit one: inherits = "dark"
theme-bad-colour = invalid colour “{ $about }”
theme-bad-colour-help = write "#rrggbb", the name of a colour, 0 to 255, or a name from [palette]
theme-bad-modifier = invalid modifier “{ $about }”
theme-bad-modifier-help = write bold, dim, italic, underlined, or reversed
theme-bad-background = invalid background “{ $about }”
theme-bad-background-help = write "dark" or "light"
theme-none-such = unknown theme “{ $about }”
theme-none-such-help = known themes: { $themes }
theme-circle = the theme “{ $about }” inherits from itself
theme-circle-help = set inherits = "dark" or inherits = "light" in one of the themes

## Sync (cli)

error-sync-no-git = git not found
error-sync-no-git-help = sync requires git: install it
error-no-remote = no remote is configured
error-no-remote-help = run git remote add origin ADDRESS, then sync again
error-no-upstream = branch { $branch } has no upstream
error-no-upstream-help = run git push --set-upstream { $remote } { $branch }
error-unreachable = cannot reach { $remote }: { $why }
error-unreachable-help = nothing was changed; if git needs a password, run couveuse sync in a shell
error-fetch-refused = git refused to fetch from { $remote }: { $why }
error-fetch-refused-help = nothing was changed; if a tag was moved there, git fetch --tags --force { $remote } takes it over; then sync again
error-unreachable-from-shell = cannot reach { $remote }: { $why }
error-unreachable-from-shell-help = nothing was changed; git remote -v shows the address
error-unrelated = no common history with { $remote }
error-unrelated-help = it is probably another portfolio: git remote -v shows the address
error-questions = { $count ->
    [one] 1 value was changed on both sides
   *[other] { $count } values were changed on both sides
}
error-questions-help = nothing was changed; choose which values to keep, then sync again
error-conflicts = changed on both sides, in the same lines: { $files }
error-conflicts-help = nothing was changed; merge with git pull, commit, then sync again
error-in-the-way-of-sync = uncommitted changes would be overwritten: { $files }
error-in-the-way-of-sync-help = nothing was changed; commit or stash them, then sync again
error-push-refused = { $remote } refused: { $why }
error-push-refused-help = your commits are kept; see above, then sync again
error-raced = the remote keeps changing
error-rewritten = { $count ->
    [one] 1 commit that you have was removed from { $remote }
   *[other] { $count } commits that you have were removed from { $remote }
}
error-rewritten-help = nothing was sent; git rebase --onto { $remote } { $seen } drops them, git push sends them again
error-branch-gone = { $remote } no longer exists
error-branch-gone-help = nothing was sent; git push creates it again, git branch --set-upstream-to follows another branch
error-nothing-to-push = git is configured to push nothing from { $branch }
error-nothing-to-push-help = received commits were merged; see push.default in the git configuration
error-raced-help = your commits are kept; sync again in a moment
error-cancelled = sync stopped
error-cancelled-help = your commits are kept; sync again at any time
sync-fetching = Fetching…
sync-merging = Merging…
sync-pushing = Pushing…
sync-trying-again = Remote changed, retrying…
sync-nothing = Already up to date
sync-done = { $received ->
    [0] No commits
    [one] { $received } commit
   *[other] { $received } commits
} received, { $sent ->
    [0] none
   *[other] { $sent }
} sent
sync-which = 1 local, 2 remote, Enter to decide later:
sync-how = couveuse sync --ours { $place } keeps the local value, --theirs { $place } keeps the remote one; --ours-all and --theirs-all decide all
question-was = was
question-ours = 1 local
question-theirs = 2 remote
question-by-on = { $by }, { $on }
question-nothing = (absent)

## Errors of the TOML parser; rarer ones stay in English

toml-invalid-basic-string = invalid basic string
toml-invalid-literal-string = invalid literal string
toml-invalid-multi-line-basic-string = invalid multi-line basic string
toml-invalid-multi-line-literal-string = invalid multi-line literal string
toml-invalid-string = invalid string
toml-string-values-must-be-quoted = string values must be quoted
toml-missing-opening-quote = missing opening quote
toml-key-with-no-value = key with no value
toml-missing-value = missing value
toml-missing-value-for-key = missing value for key
toml-duplicate-key = duplicate key
toml-invalid-key = invalid key
toml-invalid-unquoted-key = invalid unquoted key
toml-unquoted-keys-cannot-be-empty = unquoted keys cannot be empty
toml-invalid-value = invalid value
toml-invalid-date-time = invalid date-time
toml-invalid-boolean = invalid boolean
toml-invalid-float = invalid float
toml-invalid-integer-number = invalid integer number
toml-unexpected-leading-zero = unexpected leading zero
toml-invalid-table = invalid table
toml-unclosed-table = unclosed table
toml-unclosed-array-table = unclosed array table
toml-unclosed-array = unclosed array
toml-unclosed-inline-table = unclosed inline table
toml-missing-comma-between-array-elements = missing comma between array elements
toml-missing-comma-between-key-value-pairs = missing comma between key-value pairs
toml-missing-assignment-between-key-value-pairs = missing assignment between key-value pairs
toml-extra-comma-in-array = extra comma in array
toml-extra-comma-in-inline-table = extra comma in inline table
toml-unexpected-key-or-value = unexpected key or value
toml-unexpected-content = unexpected content
toml-invalid-inline-table-element = invalid inline table element
toml-unexpected-----in-array = unexpected `=` in array
toml-extra---- = extra `=`
toml-extra-assignment-between-key-value-pairs = extra assignment between key-value pairs
toml-missing-key-for-inline-table-element = missing key for inline table element
toml-unexpected-content-between-comment-and-newline = unexpected content between comment and newline
toml-invalid-key-value-pair = invalid key-value pair
toml-----may-only-go-between-digits = `_` may only go between digits
toml-carriage-return-must-be-followed-by-newline = carriage return must be followed by newline
toml-invalid-comment-character = invalid comment character
toml-keys-cannot-be-multi-line-basic-strings = keys cannot be multi-line basic strings
toml-keys-cannot-be-multi-line-literal-strings = keys cannot be multi-line literal strings
toml-missing-escaped-value = missing escaped value
toml-too-few-unicode-value-digits = too few unicode value digits
toml-integers-with-a-radix-cannot-be-signed = integers with a radix cannot be signed
toml-radix-must-be-lowercase = radix must be lowercase
toml-redundant-numeric-sign = redundant numeric sign
toml-redundant-integer-number-prefix = redundant integer number prefix
toml-unexpected-sign = unexpected sign
toml-expected = { $words }, expected { $what }
toml-what-key = key
toml-what-value = value
toml-what-numbers = numbers
toml-what-digits = digits
toml-what-letters = letters
toml-what-literal-string = literal string
toml-what-basic-string = basic string
toml-what-characters = characters
toml-what-multi-line-basic-string = multi-line basic string
toml-what-multi-line-literal-string = multi-line literal string
toml-what-non-double-quote-visible-characters = visible characters other than a double quote
toml-what-non-single-quote-visible-characters = visible characters other than a single quote
toml-what-non-single-quote-characters = characters other than a single quote
toml-what-printable-characters = printable characters
toml-what-unicode-hexadecimal-value = unicode hexadecimal value
toml-what-unquoted-string = unquoted string
toml-what-newline = newline
toml-what-nothing = nothing

## Errors of the operating system

system-not-found = no such file or folder
system-permission-denied = permission denied
system-already-exists = already exists
system-is-a-directory = is a folder
system-not-a-directory = not a folder
system-directory-not-empty = folder not empty
system-storage-full = no space left on the disk
system-quota-exceeded = disk quota exceeded
system-file-too-large = file too large
system-read-only = read-only file system
system-invalid-filename = invalid file name
system-busy = in use by another program
system-broken-pipe = broken pipe
system-timed-out = timed out
system-out-of-memory = out of memory

## Days off (model)
day-off-new-year = public holiday (New Year)
day-off-easter-monday = public holiday (Easter Monday)
day-off-labour-day = public holiday (Labour Day)
day-off-victory-day = public holiday (Victory Day)
day-off-ascension = public holiday (Ascension Day)
day-off-whit-monday = public holiday (Whit Monday)
day-off-national-day = public holiday (Bastille Day)
day-off-assumption = public holiday (Assumption)
day-off-all-saints = public holiday (All Saints)
day-off-armistice = public holiday (Armistice Day)
day-off-christmas = public holiday (Christmas)
day-off-weekend = weekend

## Papers (papers)

doc-absent = absent
doc-account = Account
doc-accountant = Accountant
doc-active-startups = { $count ->
    [one] 1 active startup.
   *[other] { $count } active startups.
}
doc-address = Address
doc-ae = AE (committed)
doc-ae-on = Committed on
doc-action = Action
doc-agenda = Agenda
doc-amended-on = amended on { $on }
doc-amount = Amount
doc-amount-words = In words
doc-approved-on = Minutes approved on { $on }.
doc-arbitrations = Questions to settle
doc-article = Article
doc-as-of = As of
doc-asked = Amount requested
doc-asked-beside = { $amount } ({ $difference } compared with last time)
doc-attachments = Attached, or already sent:
doc-attendance = Attendance
doc-baseline = Baseline
doc-bic = BIC
doc-body = Body
doc-budgeted = Budgeted
doc-called-before = Called before
doc-calls = Claims and calls
doc-capacity = Capacity
doc-carried-over = (earlier year)
doc-chair = Chair
doc-change-of = { $startup }: { $what }
doc-changed = { $what }: { $was } → { $is }
doc-coach = Coach
doc-coach-until = { $name } (until { $date } at the latest: two years)
doc-colon = { ":" }
doc-comment = Comment
doc-commit = commit
doc-committee-decided = Investment committee: { $decision }
doc-committee-of = Committee of { $on }
doc-committee-removed = the committee is no longer in the records
doc-condition = Condition
doc-consumed-is-cp = We read “consommé” (spent) in the convention as paid (CP).
doc-convention = Convention
doc-cp = CP (paid)
doc-cp-on = Paid on
doc-cp-of-received = of which from the money received
doc-credits = Credits (AE and CP) open after the money was received (decree 2007-44, article 5); the day on which they opened is not recorded.
doc-cumulative = Cumulative
doc-days-late = Days late
doc-decision = Decision
doc-declared = declared, not verified
doc-decree-management = decree 2007-44, article 6
doc-derivation = Figures are computed from the records of the portfolio as of the day and commit shown; “couveuse show” lists the lines behind each.
doc-difference = Difference
doc-distribution = Distribution
doc-done-on = Service done on
doc-done-on-day = done on { $date }
doc-draft = Draft
doc-due = Due
doc-due-by = due by that date
doc-due-since = Due since
doc-duration = Duration
doc-earlier-statements = Earlier statements
doc-end = Closed
doc-ends = Ends
doc-envelope = Envelope
doc-evidence = Evidence
doc-excused = excused
doc-former-names = Other names
doc-from = From
doc-fund = Fonds de concours
doc-funded-until = Funded until
doc-heading = Heading
doc-held-on = Held on
doc-holder = Account holder
doc-iban = IBAN
doc-incubator = Incubator
doc-indicator = Indicator
doc-left = Left
doc-left-after = Left to call after this call
doc-left-committed = of which committed, not paid
doc-line = line { $line }
doc-member-absent = { $startup }: nobody from { $party }, which the convention requires
doc-members-were-there = All members that the conventions require were present or represented.
doc-met-on = met on { $date }
doc-minutes = Minutes
doc-minutes-each = { $each } min each, { $all } min in all
doc-miss-account = a bank account
doc-miss-accountant = the accountant
doc-miss-address = a postal address
doc-miss-allocation = the contribution of some amounts
doc-miss-amount = the amount in words
doc-miss-article = the article that asks for it
doc-miss-attendance = the attendance
doc-miss-bic = the BIC of the account
doc-miss-body = the name of the incubator
doc-miss-chair = the chair
doc-miss-closing = the closing of the review
doc-miss-decision = the decision of the last committee
doc-miss-deferred-until = the date until which a decision is deferred
doc-miss-due = the due date
doc-miss-first-reminder = the date of the first reminder
doc-miss-fund = the number of the fonds de concours
doc-miss-holder = the account holder
doc-miss-order = { $count ->
    [one] the order number of line { $lines }
   *[other] the order numbers of lines { $lines }
}
doc-miss-outcome = the outcome for a startup
doc-miss-paper = a paper: { $paper }
doc-miss-papers-sent = the date on which the papers were sent
doc-miss-party = a party
doc-miss-payments = the payments, which are not recorded
doc-miss-period-end = the end of the period, which is not over
doc-miss-phase = the phase
doc-miss-place = the place
doc-miss-procurement = the person who informs procurement
doc-miss-programme = the programme
doc-miss-results = the actions taken and their results
doc-miss-secretary = the secretary
doc-miss-signatory = the name and capacity of the signatory
doc-miss-signature = the signature date of the convention
doc-miss-siret = a SIRET number
doc-miss-spending = the expenditure
doc-miss-start = the start time
doc-miss-startup = the record of { $id }
doc-miss-threshold = the date on which the threshold was reached
doc-miss-valid-iban = a valid IBAN (check digits)
doc-missing = Missing:
doc-name = Name
doc-nature = Nature
doc-no-actions = No actions.
doc-no-agenda = No startup.
doc-no-attendance = Nobody is recorded.
doc-no-committee = No committee held.
doc-no-decision-word = decision not recorded
doc-no-conditions = No conditions or actions.
doc-no-contribution = No contribution paid to a party.
doc-no-convention = No convention.
doc-no-follow-up = No earlier actions.
doc-no-indicator = No indicator.
doc-no-nature = not stated
doc-no-reference = no number
doc-no-spending = No expenditure recorded.
doc-no-spending-in-period = No expenditure recorded in the period.
doc-no-threshold = No threshold.
doc-not-met-on = not met ({ $date })
doc-not-reached = not reached
doc-nothing = nothing
doc-nothing-deferred = Nothing deferred.
doc-nothing-due = Nothing late, nothing within thirty days.
doc-nothing-late = Nothing late.
doc-now = Now
doc-number = No.
doc-object = Object
doc-on = On
doc-open = open
doc-order = Order
doc-organisation = Organisation
doc-outcome = Outcome
doc-owner = Owner
doc-papers-sent = Papers sent on
doc-parties = Parties
doc-pay-until = To be paid by
doc-payable = Payable
doc-period = Period
doc-period-days = from { $from } to { $to }
doc-phase = Phase
doc-phase-since = { $phase } since { $date }
doc-place = Place
doc-planned = planned
doc-planned-on = Next committee planned on { $date }.
doc-present = present
doc-procurement = Informs procurement
doc-programme = Programme
doc-promised = Promised
doc-proof = Proof
doc-reached-by = Reached by
doc-reached-on = Reached on
doc-reason = Reason
doc-reasons = Reasons
doc-received = Received
doc-received-on = Received on
doc-recorded-at = Recorded at
doc-recorded-line = Line
doc-lines-of = Lines of { $file }
doc-accepted = Accepted
doc-refused-why = Refused, reason
doc-accountant-fills-in = The accountant fills in the columns “Accepted” and “Refused, reason”.
doc-reference = Reference
doc-refundable = Refundable
doc-reminder-closing = Please settle these points, or tell us when they will be. If this has been done already, please send us the evidence.
doc-reminder-greeting = Dear Sir or Madam,
doc-reminder-opening = Unless we are mistaken, we have not yet received the following, which our conventions provide for:
doc-reminder-second = Unless we are mistaken, and despite a first reminder, we have not yet received the following:
doc-reminder-second-on = Unless we are mistaken, and despite our reminder of { $date }, we have not yet received the following:
doc-repository = Source code
doc-represented = represented
doc-represented-by = represented by { $by }
doc-invoice = Invoice
doc-request = Payment request
doc-reservations = Reservations
doc-rib = RIB
doc-score = Score
doc-support = Support requested
doc-secretary = Secretary
doc-section-actions = Actions
doc-section-agenda = Agenda
doc-section-amount = Amount
doc-section-attendance = Attendance
doc-section-balance = Balance
doc-section-basis = Basis of the claim
doc-section-changes = Changed since
doc-section-convention = Convention
doc-section-conventions = Conventions
doc-section-decision = Last decision
doc-section-deferred = Deferred
doc-section-distribution = Distribution and signatures
doc-section-due = Late, or due within thirty days
doc-section-expenditure = Expenditure
doc-section-follow-up = Follow-up of earlier actions
doc-section-headings = Impact
doc-section-unit-costs = Cost per use, utility, and impact
doc-unit-cost = Cost
doc-basis = CP of twelve months ÷ value
doc-section-indicators = Indicators
doc-section-lines = Expenditure of the period
doc-section-meeting = Meeting
doc-section-money = Money
doc-section-next = Next committee
doc-section-next-committees = Next committees
doc-section-payee = Payee
doc-section-payer = Payer
doc-section-payment = Payment
doc-section-resources = Resources
doc-section-results = Actions taken and results
doc-section-signature = Signature
doc-section-standards = Standards
doc-section-startup = Startup
doc-section-thresholds = Thresholds
doc-section-years = Execution by year and nature
doc-seen-on = seen on { $date }
doc-sent = Sent on
doc-service-done = Service done
doc-signature-accountant = For the payments, the accountant
doc-signature-for = For { $party }
doc-signed = Signed on
doc-siret = SIRET
doc-source = Source
doc-spent = Spent (CP)
doc-sponsors = Sponsors
doc-start = Starts at
doc-startup = Startup
doc-startup-removed = its record no longer exists
doc-startups = Startups
doc-state = State
doc-statistics = Statistics page
doc-summary = Summary of the portfolio
doc-supplier = Supplier
doc-target = Target
doc-target-by = By
doc-this-statement = This statement
doc-threshold = Threshold
doc-title-call = Call for funds – tranche { $tranche } of { $of }
doc-title-management = Management report – { $period }
doc-title-reminder = Reminder to { $party }
doc-title-statement = Statement of accepted expenditure
doc-to = To
doc-to-complete = To be completed: the actions taken in the period and their results.
doc-to-pay = Still to pay
doc-total = Total
doc-total-of-period = Total of the period
doc-tranche = Tranche
doc-trigger = Trigger
doc-unknown = unknown
doc-until = Until
doc-value = Value
doc-what = What
doc-withdrawn-on = withdrawn on { $on }
doc-year = Year
error-paper-no-convention = no convention { $id }
error-paper-no-convention-help = couveuse funding lists them
error-paper-no-obligation = no obligation of { $convention } asks for this paper
error-paper-no-obligation-help = add one with about = "management-report" or "statement-of-expenditure"
error-paper-not-owed = only management reports, statements, and calls for funds are recorded as sent
error-unreadable-file = cannot read { $file }: { $why }
commit-init = Create the portfolio of { $name }
commit-undo = Undo "{ $subject }"
commit-redo = Redo "{ $subject }"
commit-by-hand = { $record }: edited by hand
commit-merge-answer = { $place }: { $kept }, not { $dropped }
commit-merge-nothing = nothing
commit-written-papers =
    { $count ->
        [one] Add { $file }
       *[other] Add { $count } papers
    }
error-paper-no-startup = no startup { $id }
error-paper-no-startup-help = couveuse list lists them
error-paper-no-review = no review { $id }
error-paper-no-review-help = couveuse review lists them
error-paper-no-committee = no committee of { $id } was held, or none on that day
error-paper-no-party = no party { $id }
error-paper-amendment = { $id } is an amendment
error-paper-amendment-help = name the convention that it amends
error-paper-no-contribution = no contribution { $id } paid to a party
error-paper-no-contribution-help = couveuse show CONVENTION lists them
error-paper-no-tranche = no tranche { $number }
error-paper-nothing-to-call = everything has been called or paid
error-paper-nothing-to-call-help = --tranche N prints a call again
error-paper-contribution = { $typed } is not a contribution
error-paper-contribution-help = write CONVENTION/CONTRIBUTION, such as histologe-pau-anct/pau
error-paper-template = template { $template }, line { $line }: { $why }
error-paper-template-help = fix it in templates/; nothing was written
error-paper-too-large = the paper exceeds 20 MB
error-paper-too-large-help = couveuse export xlsx and csv have no such limit, and a template in templates/ can show less
error-paper-draft = missing: { $missing }
error-paper-draft-help = without --final, a draft with this list is written
error-paper-many = several letters do not fit into one HTML page
error-paper-many-help = --out DIR writes each to its own file
error-paper-not-committed = { $file } was written but cannot be committed: it is outside the repository or ignored by git
error-paper-not-committed-help = choose a path in the repository that git does not ignore, or write it without committing
error-export = cannot create the file: { $why }
error-export-members = findings are only for members
error-export-members-help = --audience members includes them
error-export-no-person = no person { $id }
error-export-no-person-help = couveuse show portfolio lists people
error-export-terminal = a workbook cannot be shown on a terminal
error-export-terminal-help = --out portfolio.xlsx writes it to a file
export-about-ae = Expenditure committed (autorisations d’engagement).
export-about-also = Former and other names.
export-about-amount = Amount still to receive of a payment, or received if none is; for a refund, the amount to pay back.
export-about-article = Article of the convention that provides for it.
export-about-budget_year = Budget year to which the line is charged, if other than that of its dates.
export-about-by = Party that spends, if it is not the payee of the convention.
export-about-called = Requested by calls for funds.
export-about-uncalled = Payable, and neither called nor received.
export-about-check = Check that found it; “couveuse check --explain NAME” explains it.
export-about-committed = Promised by the conventions, including what a contributor spends directly.
export-about-committee_days_late = Days since the committee was due.
export-about-committee_due = Day by which the next committee must be held.
export-about-committee_planned = Day of the next planned committee.
export-about-committee_state = State of the next committee.
export-about-committees-state = Late, due soon, on time, undetermined, or none due.
export-about-contribution = Contribution, by its id within the convention.
export-about-convention = Convention, by its id.
export-about-conventions = Conventions of the startup, by their ids.
export-about-cp = Expenditure paid (crédits de paiement).
export-about-creditors = Parties to whom it is owed.
export-about-days_late = Days since it was due; empty if it is not late.
export-about-debtors = Parties that owe it, jointly if there are several.
export-about-done = Day of the service (service fait).
export-about-done_on = Day on which it was done.
export-about-due = Part of payable that has fallen due.
export-about-ends = Last day of the most relevant convention.
export-about-ends_estimated = “Yes” if that day is only an estimate.
export-about-expenditure-amount = Amount of the line; negative for a credit note.
export-about-expenditure-committed = Day of the commitment (AE).
export-about-expenditure-what = What was bought.
export-about-file = File of the record.
export-about-framework = “Yes” for a framework convention, whose money is not counted with that of the startups.
export-about-from = Party that contributes.
export-about-help = What to do.
export-about-id = Id of the startup in the records.
export-about-incomplete = “Yes” if a part of its records could not be read: the figures may be too low.
export-about-incubator = Incubator on the day.
export-about-inferred = Values that were deduced and are not stated by the document.
export-about-kind = Whether it applies once, again and again, or as long as the convention is in force.
export-about-last_held = Day of the last committee held.
export-about-late = Outstanding for longer than the payment delay.
export-about-late_items = Number of late obligations, payments, and committees.
export-about-left = Received, less expenditure paid and refunds.
export-about-line = Line in the file.
export-about-message = What is wrong or missing.
export-about-name = Name of the startup.
export-about-nature = Nature of the expenditure.
export-about-next_due = Day by which the next committee must be held.
export-about-obligation = Id to use in commands.
export-about-obligations-due = Day by which it must be done; empty if it is unknown.
export-about-order = Number of the purchase order (engagement juridique).
export-about-outstanding = Due and not received.
export-about-owner = Person who agreed to do it.
export-about-paid = Day of the payment (CP).
export-about-papers_due = Day by which the papers of the planned committee must be sent.
export-about-payable = Promised to a payee.
export-about-payments_recorded = “No” if the payments of the contribution are not followed in the records.
export-about-phase = Phase on the day.
export-about-phase_from = Date on which the phase began.
export-about-planned = Day of the next planned committee.
export-about-reason = Why a committee is due: a clause, the last decision, the end of the funds, or the default.
export-about-received = Received by the payees.
export-about-record = Record, by kind and id.
export-about-recorded_at = File and line of the record.
export-about-reference = Number or reference of the line.
export-about-refundable = To be refunded after the end of the convention.
export-about-refundable_committed = Of that, committed and not paid yet.
export-about-request = Number of the payment request (demande de paiement).
export-about-runs_out = Date on which funds run out at the rate of the last six months.
export-about-severity = Error: a figure is unreliable. Warning: probably a mistake. Info: for information.
export-about-shared_with = Other startups of contributions that count in full in each row.
export-about-sponsors = Sponsors of the startup.
export-about-startup = Startup.
export-about-startups = Startups concerned; none for a framework convention.
export-about-state = Late, due, due soon, open, waiting for papers or spending, undetermined, standing, missed, or done.
export-about-status = State of the most relevant convention.
export-about-supplier = Who was paid.
export-about-to = Party that receives the money, unless the contributor spends it directly.
export-about-undetermined = Payable, not received, and without a known due date.
export-about-undetermined_items = Number of obligations, payments, and committees without a known due date.
export-about-unknown = Information missing to determine the due date.
export-about-unscheduled = Part of the undated amount that no tranche schedules.
export-about-what = What is to be done.
export-budget-year = budget year
export-by = spent by
export-calendar-committee = Committee
export-calendar-convention = Convention
export-calendar-due = Obligation
export-calendar-end = End of convention: { $convention }
export-check = check
export-column = Column
export-committee-days-late = committee, days late
export-committee-due = committee due
export-committee-planned = committee planned
export-contents = Contents
export-days-late = days late
export-ends-estimated = end estimated
export-file = file
export-filter = Filter
export-for-everybody = For everybody: without people, contacts, comments, findings, and delays.
export-for-members = For members only.
export-incomplete = incomplete
export-inferred = deduced
export-late-items = items late
export-line = line
export-meaning = Meaning
export-message = finding
export-no = no
export-no-commit = none
export-no-rows = Nothing.
export-papers-due = papers due
export-payments-recorded = payments recorded
export-phase-from = phase since
export-read-me = Read me
export-record = record
export-remedy = fix
export-severity = severity
export-shared-with = shared with
export-sheet = Sheet
export-startup-pages = Startup sheets
export-status = status of the convention
export-table-committees = Committees
export-table-expenditure = Expenditure
export-table-findings = Findings
export-table-funding = Funding
export-table-obligations = Obligations
export-table-startups = Startups
export-undetermined-items = items undetermined
export-unknown = why no date
export-unknown-cells = “unknown”: not in the records. Empty: not applicable.
export-yes = yes
error-unwritable = cannot write { $file }: { $why }
doc-written = ✓ { $file }
doc-committed = committed: { $commit }
doc-committed-already = already committed
