package kaigo.committee.web;

import java.util.List;
import java.util.Optional;
import kaigo.committee.MeetingView;
import kaigo.committee.PageOfMeeting;
import kaigo.committee.rules.PaperCase;
import kaigo.committee.web.CommitteePages.Typed;
import kaigo.documents.PageView;
import kaigo.screens.ScreenText;
import org.jspecify.annotations.Nullable;

/**
 * 資料を読む画面.
 *
 * @param typed what was not saved, or null
 */
public record ReadingPage(
        PageOfMeeting page, @Nullable Typed typed, @Nullable String message) {

    public @Nullable String problem() {
        return typed == null ? null : typed.problem();
    }

    /** Id of the field that is wrong. */
    public String wrongField() {
        if (typed == null || isNumberWrong()) {
            return "go";
        }
        return typed.place().page() == 0
                ? LevelForm.wrongField(levels(), typed.place().caseId())
                : "words";
    }

    public boolean isNumberWrong() {
        return typed != null && typed.place().caseId() < 0;
    }

    public String numberTyped() {
        return typed != null && isNumberWrong() ? typed.words() : "";
    }

    /** Of a note that was not saved what was typed. */
    public String note() {
        return isNoteWrong() && typed != null ? typed.words() : page.note();
    }

    public boolean isNoteWrong() {
        return typed != null && wrongField().equals("words");
    }

    public MeetingView view() {
        return page.view();
    }

    public String meeting() {
        return CommitteePages.PATH + "/" + view().meeting().id();
    }

    public String address(int number) {
        return meeting() + "/pages/" + number;
    }

    public int pages() {
        return view().version().pages();
    }

    public boolean hasPrevious() {
        return page.number() > 1;
    }

    public boolean hasNext() {
        return page.number() < pages();
    }

    /** 前の案件: the first page of the case before, by pages. */
    public Optional<PaperCase> previousCase() {
        return view().version().cases().stream()
                .filter(one -> one.endPage() < page.number())
                .reduce((one, other) -> one.startPage() > other.startPage() ? one : other);
    }

    public Optional<PaperCase> nextCase() {
        return view().version().cases().stream()
                .filter(one -> one.startPage() > page.number())
                .reduce((one, other) -> one.startPage() <= other.startPage() ? one : other);
    }

    /** Of the first of its cases; before them all that of the meeting. */
    public String title() {
        return page.cases().stream()
                .findFirst()
                .map(one -> ScreenText.text(
                        "committee.page.case", one.order(), page.number() - one.startPage() + 1, one.pages()))
                .orElseGet(() -> ScreenText.text("committee.page.before"));
    }

    public List<LevelForm> levels() {
        return page.cases().stream()
                .map(one -> LevelForm.of(view(), one, page.number(), typed))
                .toList();
    }

    /** The text of the page; empty of a scan. */
    public String words() {
        return page.picture() instanceof PageView.Shown shown ? shown.words() : "";
    }

    /** Why there is no picture, or null. */
    public @Nullable String unseen() {
        return page.picture() instanceof PageView.Failed failed
                ? ScreenText.text(failed.problem().isWorthRetrying() ? "committee.page.later" : "committee.page.not")
                : null;
    }

    @Override
    public String toString() {
        return "ReadingPage[" + page.number() + "]";
    }
}
