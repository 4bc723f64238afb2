package kaigo.committee.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kaigo.committee.Material;
import kaigo.committee.Materials.Proposal;
import kaigo.committee.Receipt;
import kaigo.committee.rules.PaperCase;
import kaigo.documents.OutlineItem;
import kaigo.screens.ScreenText;
import kaigo.shared.Days;
import kaigo.shared.InsurerNumber;
import kaigo.shared.JapaneseDates;
import kaigo.shared.Text;
import org.springframework.util.MultiValueMap;

/** How a form of 審査会資料 begins, and how it is read. */
final class MaterialForms {

    /** Empty rows below those that are filled in: without script there is no other way to add one. */
    private static final int MORE_ROWS = 3;

    private static final int MOST_ROWS = 500;

    private MaterialForms() {}

    /** 案件 as the outline proposes them; of a new version as they stand. */
    static MaterialForm begin(Proposal proposal, InsurerNumber insurer) {
        Material replaced = proposal.replaced();
        if (replaced != null) {
            return again(replaced, proposal, insurer);
        }
        List<PaperRow> rows = new ArrayList<>();
        List<OutlineItem> marks = proposal.marks().isEmpty() ? List.of(new OutlineItem(1, "")) : proposal.marks();
        for (OutlineItem mark : marks) {
            rows.add(new PaperRow(
                    String.valueOf(rows.size() + 1),
                    insurer.value(),
                    "",
                    "",
                    String.valueOf(mark.page()),
                    mark.title(),
                    null));
        }
        return new MaterialForm(Map.of("viewing", "2"), Set.of(), withMore(rows, insurer), Map.of());
    }

    private static MaterialForm again(Material replaced, Proposal proposal, InsurerNumber insurer) {
        var meeting = replaced.meeting();
        Map<String, String> values = new HashMap<>();
        values.put("panelNo", meeting.panelNo());
        values.put("viewing", meeting.viewing().code());
        put(values, "planned", meeting.plannedAt());
        put(values, "openFrom", meeting.openFrom());
        put(values, "openTo", meeting.openTo());
        replaced.receipts().stream().filter(Receipt::chair).forEach(one -> values.put("chair", one.login()));
        List<PaperCase> cases = replaced.current().cases();
        List<PaperRow> rows = new ArrayList<>();
        for (PaperCase one : cases) {
            boolean marked = proposal.marks().size() == cases.size();
            OutlineItem mark = marked ? proposal.marks().get(rows.size()) : new OutlineItem(one.startPage(), "");
            rows.add(new PaperRow(
                    String.valueOf(one.order()),
                    one.person().insurer().value(),
                    one.person().insured().value(),
                    one.historyNo(),
                    String.valueOf(mark.page()),
                    mark.title(),
                    null));
        }
        Set<String> members = replaced.receipts().stream().map(Receipt::login).collect(Collectors.toSet());
        return new MaterialForm(values, members, withMore(rows, insurer), Map.of());
    }

    private static void put(Map<String, String> values, String name, Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, Days.JAPAN);
        values.put(name + "On", JapaneseDates.wareki(local.toLocalDate()));
        values.put(name + "Time", "%d:%02d".formatted(local.getHour(), local.getMinute()));
    }

    static List<PaperRow> withMore(List<PaperRow> rows, InsurerNumber insurer) {
        List<PaperRow> all = new ArrayList<>(rows);
        for (int i = 0; i < MORE_ROWS && all.size() < MOST_ROWS; i++) {
            all.add(PaperRow.empty(insurer.value()));
        }
        return all;
    }

    static MaterialForm typed(MultiValueMap<String, String> sent) {
        Map<String, String> values = new HashMap<>();
        for (String name : MaterialForm.FIELDS) {
            String value = sent.getFirst(name);
            values.put(name, value == null ? "" : Text.trimBlank(value).replace("\r\n", "\n"));
        }
        List<PaperRow> rows = new ArrayList<>();
        int count =
                Math.min(MOST_ROWS, sent.getOrDefault("caseInsured", List.of()).size());
        for (int i = 0; i < count; i++) {
            rows.add(new PaperRow(
                    at(sent, "caseOrder", i),
                    at(sent, "caseInsurer", i),
                    at(sent, "caseInsured", i),
                    at(sent, "caseHistory", i),
                    at(sent, "caseStart", i),
                    at(sent, "caseMark", i),
                    null));
        }
        return new MaterialForm(values, new HashSet<>(sent.getOrDefault("members", List.of())), rows, Map.of());
    }

    private static String at(MultiValueMap<String, String> sent, String name, int row) {
        List<String> values = sent.getOrDefault(name, List.of());
        return row < values.size() ? Text.trimBlank(Text.narrow(values.get(row))) : "";
    }

    /** 開始ページ beside the title of its mark. */
    static String title(PaperRow row) {
        return row.mark().isEmpty() ? "" : ScreenText.text("material.mark", row.mark());
    }
}
