package kaigo.opinion.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kaigo.opinion.Claim;
import kaigo.opinion.Claims.Opened;
import kaigo.opinion.Letter;
import kaigo.opinion.rules.LetterStep;
import kaigo.opinion.web.LetterPage.Line;
import kaigo.opinion.web.Question.Box;
import kaigo.opinion.web.Question.Kind;
import kaigo.paper.PrintedForm;
import kaigo.paper.PrintedForm.Choice;
import kaigo.paper.PrintedForm.Group;
import kaigo.paper.PrintedForm.Head;
import kaigo.paper.PrintedForm.Option;
import kaigo.paper.PrintedForm.Prose;
import kaigo.paper.PrintedForm.Stamp;
import kaigo.paper.PrintedForm.Value;
import kaigo.screens.InstitutionUser;
import kaigo.screens.Moments;
import kaigo.screens.ScreenText;
import kaigo.shared.JapaneseDates;

/** 主治医意見書と請求書の紙: in the order, the groups and the words of the form; the layout is ours (settled 36). */
final class LetterPaper {

    /** Of longer lists only what was chosen stands there. */
    private static final int LONGEST_CHOICE = 12;

    private LetterPaper() {}

    static PrintedForm of(Letter letter, Stamp stamp) {
        List<Group> groups = Arrays.stream(LetterStep.values())
                .map(step -> new Group(
                        step.number() + "　" + ScreenText.text("letter.step." + step),
                        Question.of(step.items(), letter.items(), Map.of(), Map.of()).stream()
                                .flatMap(question -> lines(question).stream())
                                .toList()))
                .toList();
        String mark = ScreenText.text(letter.sentAt() == null ? "letter.paper.DRAFT" : "letter.paper.sent");
        return new PrintedForm(new Head(ScreenText.text("letter.title"), mark, person(letter)), groups, stamp);
    }

    private static String person(Letter letter) {
        return ScreenText.text(
                "letter.paper.person",
                letter.person().insurer().value(),
                letter.person().insured().value(),
                JapaneseDates.both(letter.requestedOn()),
                letter.version());
    }

    /** Ticks under one heading stand on one line. */
    private static List<PrintedForm.Line> lines(Question question) {
        List<Box> boxes = question.boxes();
        if (boxes.size() > 1 && boxes.stream().allMatch(box -> box.kind() == Kind.TICK)) {
            List<Option> options = boxes.stream()
                    .map(box -> new Option(box.label(), box.isTicked()))
                    .toList();
            return List.of(new Choice(question.title(), options));
        }
        String before = question.isSingle() ? "" : question.title() + "　";
        return boxes.stream().map(box -> line(before + box.label(), box)).toList();
    }

    private static PrintedForm.Line line(String name, Box box) {
        return switch (box.kind()) {
            case TICK -> new Choice(name, List.of(new Option(ScreenText.text("letter.ticked"), box.isTicked())));
            case TEXT -> new Prose(name, box.value());
            case DAY ->
                new Value(
                        name,
                        JapaneseDates.parse(box.value())
                                .map(JapaneseDates::both)
                                .orElse(box.value()));
            case LINE -> new Value(name, box.value());
            case CHOICE ->
                box.options().size() > LONGEST_CHOICE
                        ? new Value(name, box.options().getOrDefault(box.value(), box.value()))
                        : new Choice(
                                name,
                                box.options().entrySet().stream()
                                        .map(option -> new Option(
                                                option.getValue(),
                                                option.getKey().equals(box.value())))
                                        .toList());
        };
    }

    /** Of what was claimed. */
    static PrintedForm of(Opened opened, Claim claim, Stamp stamp) {
        List<PrintedForm.Line> lines = new ArrayList<>();
        lines.add(new Value(
                ScreenText.text("claim.number"), claim.number() + ScreenText.text("claim.version", claim.version())));
        lines.add(new Value(ScreenText.text("letter.state"), ScreenText.text("claim.state." + claim.state())));
        lines.add(new Value(ScreenText.text("claim.sentAt"), Moments.show(claim.sentAt())));
        lines.add(new Value(ScreenText.text("claim.paper.issuer"), stamp.office()));
        for (Line line : ClaimPage.lines(claim.items())) {
            lines.add(new Value(line.name(), line.value()));
        }
        String title = ScreenText.text("claim.title");
        return new PrintedForm(
                new Head(title, ScreenText.text("claim.paper.mark"), person(opened.letter())),
                List.of(new Group(title, lines)),
                stamp);
    }

    static Stamp stamp(InstitutionUser user, Instant now, String requestId) {
        return new Stamp(
                user.displayName() + "　" + user.login(),
                user.organisationName() + "　" + user.organisationNumber(),
                Moments.show(now),
                requestId);
    }
}
