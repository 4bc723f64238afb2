package kaigo.generate;

import static kaigo.generate.Insured.later;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kaigo.generate.Certification.Decision;
import kaigo.generate.ServiceUse.Use;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.Row;
import kaigo.layout.items.X02;

/** ケアプランのレコード (X02): one plan for each certification, with its services, its week and its months. Texts are 架空. */
final class PlanRows {
    private static final Layout PLAN = Layouts.newest("X02").orElseThrow();
    private static final int WRITTEN_AFTER = 3;

    private record Text(String kind, String need, String goal, String content) {}

    private static final Text OTHER = new Text("その他のサービス", "安心して暮らしたい。", "生活のリズムが整う。", "生活全般の支援（架空）");
    private static final Map<String, Text> TEXTS = Map.ofEntries(
            Map.entry("11", new Text("訪問介護", "家の中のことを無理なく続けたい。", "掃除と買い物ができる。", "掃除、買い物の支援（架空）")),
            Map.entry("A2", new Text("訪問型サービス", "家の中のことを無理なく続けたい。", "掃除ができる。", "掃除の支援（架空）")),
            Map.entry("15", new Text("通所介護", "人と会って話したい。", "週に二回外に出る。", "入浴、機能訓練、交流（架空）")),
            Map.entry("A6", new Text("通所型サービス", "人と会って話したい。", "週に一回外に出る。", "体操と交流（架空）")),
            Map.entry("13", new Text("訪問看護", "体調を整えて過ごしたい。", "血圧が落ち着く。", "体調の確認、服薬の支援（架空）")),
            Map.entry("63", new Text("介護予防訪問看護", "体調を整えて過ごしたい。", "血圧が落ち着く。", "体調の確認（架空）")),
            Map.entry("17", new Text("福祉用具貸与", "転ばずに歩きたい。", "手すりを使って歩ける。", "手すり、歩行器（架空）")),
            Map.entry("67", new Text("介護予防福祉用具貸与", "転ばずに歩きたい。", "手すりを使って歩ける。", "手すり（架空）")));

    private PlanRows() {}

    static List<Row> plans(Insured insured) {
        return insured.certifications()
                .flatMap(one -> plan(insured, one).stream())
                .toList();
    }

    private static Optional<Row> plan(Insured insured, Certification one) {
        ServiceUse use = new ServiceUse(insured);
        LocalDate createdOn = later(one.endedOn().plusDays(WRITTEN_AFTER), use.since());
        Decision period = Insured.decision(one);
        if (!insured.knows(createdOn) || createdOn.isAfter(period.validTo())) {
            return Optional.empty();
        }
        Row row = insured.row(PLAN);
        row.set(X02.PLAN_NO, "P%s%02d".formatted(insured.person().insuredNumber(), one.historyNo()));
        row.set(X02.PLAN_KIND, kind(use, one));
        row.set(X02.OFFICE_NUMBER, use.planner(one).office().number());
        row.set(X02.AUTHOR, "架空　計画子");
        row.set(X02.CREATED_ON, createdOn);
        row.set(X02.FIRST_CREATED_ON, use.since());
        row.set(X02.PLAN_FROM, createdOn);
        row.set(X02.PLAN_TO, period.validTo());
        row.set(X02.OCCASION, one.previous() == null ? "1" : "3");
        row.set(X02.CERT_STATE, "2");
        row.set(X02.CARE_LEVEL, one.careLevel());
        row.set(X02.CERT_VALID_FROM, period.validFrom());
        row.set(X02.CERT_VALID_TO, period.validTo());
        row.set(X02.INTENTION, "本人：住み慣れたところで暮らしたい。\n家族：無理なく支えたい。（架空）");
        row.set(X02.POLICY, "できることを続けながら、転倒に気をつけて暮らせるように支える。（架空）");
        row.set(X02.DAILY_ACTIVITIES, "起床、朝食、散歩、昼食、昼寝、夕食、就寝");
        row.set(X02.AGREED_ON, createdOn);
        List<Use> services = services(use.uses(one));
        services(row, services, period);
        if (use.facility().isEmpty()) {
            SlipRows.add(row, insured, one, services, createdOn);
        }
        return Optional.of(row);
    }

    private static String kind(ServiceUse use, Certification one) {
        if (use.facility().isPresent()) {
            return "4";
        }
        return CareLevels.isPreventive(one.severity()) ? "2" : "1";
    }

    /** Without whoever makes the plan, unless there is nobody else. */
    private static List<Use> services(List<Use> uses) {
        return uses.size() > 1 ? uses.subList(1, uses.size()) : uses;
    }

    private static void services(Row row, List<Use> services, Decision period) {
        for (int i = 0; i < services.size(); i++) {
            service(row, i + 1, services.get(i), period);
            if (!SlipRows.isEquipment(services.get(i))) {
                week(row, i + 1, services.get(i));
            }
        }
    }

    private static void service(Row row, int number, Use use, Decision period) {
        Text text = TEXTS.getOrDefault(use.service(), OTHER);
        Row service = row.addTo(PLAN.sheet("services"));
        LocalDate half = period.validFrom().plusMonths(3).minusDays(1);
        Insured.put(service, "needNo", number);
        Insured.put(service, "need", text.need());
        Insured.put(service, "longGoal", text.goal());
        Insured.put(service, "longFrom", period.validFrom());
        Insured.put(service, "longTo", period.validTo());
        Insured.put(service, "shortGoal", text.goal());
        Insured.put(service, "shortFrom", period.validFrom());
        Insured.put(service, "shortTo", half);
        Insured.put(service, "content", text.content());
        Insured.put(service, "insured", "1");
        Insured.put(service, "serviceKind", text.kind());
        Insured.put(service, "serviceType", use.service());
        Insured.put(service, "officeNumber", use.office().number());
        Insured.put(service, "officeName", use.office().name());
        Insured.put(service, "frequency", SlipRows.isEquipment(use) ? "毎日" : "週" + number + "回");
        Insured.put(service, "serviceFrom", period.validFrom());
        Insured.put(service, "serviceTo", period.validTo());
    }

    /** One after another on as many days as it comes, each at a time of its own. */
    private static void week(Row row, int number, Use use) {
        for (int weekday = 1; weekday <= number; weekday++) {
            Row day = row.addTo(PLAN.sheet("week"));
            Insured.put(day, "weekday", weekday);
            Insured.put(day, "startTime", "%02d00".formatted(startHour(number)));
            Insured.put(day, "endTime", "%02d30".formatted(startHour(number) + 1));
            Insured.put(day, "content", TEXTS.getOrDefault(use.service(), OTHER).kind());
        }
    }

    /** Of the first, second … service. */
    static int startHour(int number) {
        return 8 + 2 * number;
    }
}
