package kaigo.committee.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kaigo.access.PersonKey;

/** 案件への切り分け: a case goes from its 開始ページ to the page before the next one's (proposed, ours). */
public final class Cutting {

    /** Stands for the pages before the first case. */
    public static final int BEFORE_ALL = 0;

    private Cutting() {}

    /** 案件, as it was sent. */
    public record Sent(int order, PersonKey person, String historyNo, int startPage) {

        @Override
        public String toString() {
            return "Sent[" + order + "]";
        }
    }

    /**
     * @param before of the version before: who was in it keeps its id
     * @return in the order of 審査順
     */
    public static List<PaperCase> cut(List<Sent> sent, int pages, List<PaperCase> before) {
        List<Sent> byPage = sent.stream()
                .sorted(Comparator.comparingInt(Sent::startPage).thenComparingInt(Sent::order))
                .toList();
        List<PaperCase> known = new ArrayList<>(before);
        int next = before.stream().mapToInt(PaperCase::id).max().orElse(0) + 1;
        List<PaperCase> cases = new ArrayList<>();
        for (Sent one : byPage) {
            int end = byPage.stream()
                            .mapToInt(Sent::startPage)
                            .filter(page -> page > one.startPage())
                            .findFirst()
                            .orElse(pages + 1)
                    - 1;
            Optional<PaperCase> same = known.stream()
                    .filter(old -> old.person().equals(one.person()))
                    .findFirst();
            same.ifPresent(known::remove);
            int id = same.isPresent() ? same.get().id() : next++;
            cases.add(new PaperCase(id, one.order(), one.person(), one.historyNo(), one.startPage(), end));
        }
        cases.sort(Comparator.comparingInt(PaperCase::order).thenComparingInt(PaperCase::startPage));
        return cases;
    }

    /** Whose pages these are: of two cases that begin on one page both; before the first case nobody's in particular. */
    public static List<PaperCase> on(List<PaperCase> cases, int page) {
        return cases.stream().filter(one -> one.contains(page)).toList();
    }
}
