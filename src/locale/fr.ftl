## Formats

weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
month-short-1 = janv.
month-short-2 = févr.
month-short-3 = mars
month-short-4 = avr.
month-short-5 = mai
month-short-6 = juin
month-short-7 = juil.
month-short-8 = août
month-short-9 = sept.
month-short-10 = oct.
month-short-11 = nov.
month-short-12 = déc.
date-long = { $weekday } { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
span-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
span-weeks = { $count ->
    [one] { $count } semaine
   *[other] { $count } semaines
}
span-months = { $count } mois
span-years = { $count ->
    [one] { $count } an
   *[other] { $count } ans
}
list-and = { $most } et { $last }

## What was typed

date-error-empty = Une date est attendue : 4/3, 04/03/2021, +7, hier…
date-error-not-a-date = Ce n’est pas une date : écrire 4/3, 04/03/2021, 4 mars, +7, hier, lundi…
date-error-no-such-day = Ce jour n’existe pas : le jour vient d’abord, puis le mois
money-error-empty = Un montant est attendu : 17500 ou 17 500,50
money-error-not-an-amount = Ce n’est pas un montant : écrire 17500, 17 500,50 ou 17,5k
money-error-ambiguous = Deux lectures possibles : écrire 17500 pour des milliers, 17,50 pour des centimes
money-error-too-precise = Deux décimales au plus
money-error-too-large = Ce montant est trop grand pour être vrai

## Words: records

record-kind-portfolio = portefeuille
record-kind-party = partie
record-kind-startup = startup
record-kind-convention = convention

kind-partnership = convention de partenariat
kind-framework = convention-cadre
kind-amendment = avenant

phase-investigation = investigation
phase-construction = construction
phase-acceleration = accélération
phase-consolidation = consolidation
phase-operated = opérée
phase-transferred = transférée
phase-stopped = arrêtée
phase-investigation-stopped = arrêtée en investigation

decision-continue = continuer
decision-provisional = prolonger sous réserve
decision-accelerate = accélérer
decision-consolidate = consolider
decision-transfer = transférer
decision-stop = arrêter

committee-state-planned = prévu
committee-state-held = tenu
committee-state-cancelled = annulé

matter-management-report = compte rendu de gestion
matter-statement-of-expenditure = état récapitulatif des dépenses acceptées
matter-refund = restitution
matter-source-code = code source
matter-statistics-page = page de statistiques
matter-publication = publication

## Words: answers

kind-standing = permanente
kind-once = ponctuelle
kind-recurring = périodique

occurrence-late = en retard
occurrence-due-soon = bientôt due
occurrence-open = à venir
occurrence-undetermined = indéterminée
occurrence-standing = permanente
occurrence-done = faite

tranche-undetermined = indéterminée
tranche-waiting = en attente
tranche-due = due
tranche-called = appelée
tranche-part-paid = versée en partie
tranche-paid = versée
tranche-late = en retard

convention-status-unsigned = non signée
convention-status-in-force = en vigueur
convention-status-no-term = sans terme fixé
convention-status-ending = prend fin bientôt
convention-status-ended = échue
convention-status-terminated = résiliée

clock-late = en retard
clock-due-soon = bientôt dû
clock-ok = à jour
clock-undetermined = indéterminé
clock-none = aucun

figure-committed = promis
figure-due = dû
figure-called = appelé
figure-received = reçu
figure-outstanding = reste à recevoir
figure-late = en retard
figure-ae = AE
figure-cp = CP
figure-left = non dépensé
figure-refundable = à restituer

unknown-signature = date de signature inconnue
unknown-term = durée non fixée
unknown-spending = dépend des dépenses
unknown-no-day = aucune date fixée
unknown-no-startup = aucune startup désignée

severity-info = information
severity-warning = avertissement
severity-error = erreur

## Findings (rules/check)


## Verbs (edit)


## Repository (store)


## Papers and tables (report)


## Screen: frame, help, status line (ui)


## Screen: Portfolio and startup (ui)


## Screen: Obligations and Findings (ui)


## Screen: forms (ui)

form-title-done = Obligation remplie
form-title-pay = Versement reçu
form-title-sign = Signature
form-title-hold = Comité tenu

form-target-done = Obligation
form-target-pay = Participation
form-target-sign = Convention
form-target-hold = Startup
form-on-done = Faite le
form-on-pay = Reçu le
form-on-sign = Signée le
form-on-hold = Tenu le
form-evidence = Justificatif
form-amount = Montant
form-reference = Référence
form-decision = Décision
form-envelope = Enveloppe
form-until = Jusqu’au
form-decision-none = pas de décision

form-none-done = Plus rien à remplir pour { $name }
form-none-pay = Plus rien à recevoir pour { $name }
form-none-sign = Plus rien à signer pour { $name }
form-none-hold = Aucune startup pour tenir un comité : { $name }

form-detail-article = art. { $article }
form-detail-due = échéance { $date }
form-detail-late = { $days ->
    [one] { $days } jour de retard
   *[other] { $days } jours de retard
}
form-detail-rest = reste { $rest } sur { $amount }
form-detail-decided = décidée le { $date }
form-detail-last-held = dernier tenu le { $date }
form-detail-planned = prévu le { $date }

form-in-the-future = à venir
form-nothing-matches = rien ne correspond
form-error-nothing = Un montant au-dessus de zéro est attendu
form-error-ends-before = Avant le comité lui-même
form-error-already-fulfilled = Déjà notée comme faite le { $on }
form-error-already-signed = Déjà signée le { $on }
form-error-already-held = Un comité est déjà noté le { $on }
form-error-no-record = Il n’y a pas de { $record }
form-error-no-entry = Il n’y a pas de { $entry } dans la fiche
form-error-would-not-load = La fiche ne se lirait plus : { $why }
form-error-as-it-stands = La fiche ne peut être modifiée telle quelle : { $why }

form-preview-waiting = Les lignes qui changent s’afficheront quand tous les champs seront justes
form-preview-reading = Lecture de la fiche…
form-commit = Commit
form-saving = Enregistrement…

form-key-enter = Entrée
form-key-escape = Échap
form-hint-next = suivant
form-hint-commit = enregistrer
form-hint-close = fermer
form-hint-keep = fermer, garder le brouillon
form-hint-choose = choisir, ou taper
form-hint-field = champ
form-hint-anew = recommencer
form-hint-anew-draft = abandonner le brouillon repris


## Command line (cli)

