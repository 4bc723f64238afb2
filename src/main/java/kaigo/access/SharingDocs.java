package kaigo.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kaigo.access.rules.Amount;
import kaigo.access.rules.CardItem;
import kaigo.access.rules.Proposal;
import kaigo.access.rules.Proposals;
import kaigo.access.rules.Reason;
import kaigo.access.rules.SharingTable;
import kaigo.shared.ResourceTable;

/**
 * 情報共有の資料: docs/sharing.md and docs/proposals.md, written from the table, the reasons and the switches. After an edit of
 * one of them, run this class with the folder as its argument; a test fails as long as they differ.
 */
public final class SharingDocs {

    private static final String SHARING = """
            # 情報共有の規則 / Who sees what

            このページは `access/sharing-table.csv`、`Reason`、`messages_ja.properties` から作られます。直接は編集しません（`SharingDocs`）。

            厚生労働省の市町村向け説明資料（2026-03-17）の表を、本実装が読んだものです。表の網掛けは文字から失われているため、`C` はすべて
            推定です。`COMMITTEE_SHEET` の行は表になく、資料の画面にあるものです。`BANNER` から下の行と、右の2欄は本実装の提案です。

            `-` 共有されない、`O` 共有される、`C` 包括同意があるときだけ共有される。コロンの後は注（`|` はいずれか）。

            %s

            1. 職種が医師で、主治医意見書の作成依頼を受けた施設の方。申請書提出日の翌日から30日間
            2. 職種がケアマネの方（介護支援専門員の配置があるサービス）
            3. 作成依頼を受けた医療機関の医師、医師事務作業補助者。申請書提出日の翌日から30日間
            4. ご本人はお手元の控えで
            5. その施設あての作成依頼（提案）

            規則そのものは `src/main/java/kaigo/access/rules/SharingRule.java`。開いている提案の切替えは [proposals.md](proposals.md)。

            ## 閲覧できない理由

            確かめる順です。いくつかあるときは、はじめのものを示します。いくつものサービスがある事業所では、どれか一つで閲覧でき、できないときは
            あとのものを示します。

            | 理由 | 文 | 次にすること |
            |---|---|---|
            %s
            """;

    private static final String PROPOSALS = """
            # 提案の切替え / Proposals

            このページは `Proposal` から作られます。直接は編集しません（`SharingDocs`）。
            公開資料で決まっていないところを、本実装はこう読みます。公式の決まりではありません。
            `KIBAN_PROPOSALS`（例 `LIFE_OPEN=on,DAYS_WARNED_BEFORE_END=30,CARD_ITEMS=BIRTH_DATE+NAME_KANA`）で切り替えます。いまの値は
            `./kiban serve --explain` で見られます。デモでは `LIFE_OPEN` と `CARE_PLANS_OPEN` が入です。

            | 名前 | 入のときの扱い | 既定 |
            |---|---|---|
            %s

            ## 数と項目

            | 名前 | 意味 | 既定 | 選べる値 |
            |---|---|---|---|
            %s

            ## 切替えのない提案

            公式に決まっていない点のうち、切り替えられないものと、その理由です。番号は、本実装がもとにした判断の番号です。

            | 番号 | 本実装の読み方 | 切替えがない理由 |
            |---|---|---|
            %s
            """;

    /** What CARD_ITEMS of KIBAN_PROPOSALS means. */
    public static final String CARD_ITEMS = "本人確認で、保険者番号・被保険者番号のほかに比べる被保険者証の項目（4 項目がどれかは公表されていない）";

    private static final List<String> HEAD =
            List.of("種類", "名称", "被保険者", "市町村", "居宅介護支援・介護予防支援", "老健・介護医療院", "その他の介護事業所", "医療機関", "審査会委員", "運用者");

    private SharingDocs() {}

    public static void main(String[] args) throws IOException {
        for (var page : pages().entrySet()) {
            Files.writeString(Path.of(args[0]).resolve(page.getKey()), page.getValue());
        }
    }

    /** Every page by its file name. */
    static Map<String, String> pages() {
        return Map.of(
                "sharing.md",
                SHARING.formatted(table(), reasons()),
                "proposals.md",
                PROPOSALS.formatted(proposals(), amounts(), fixed()));
    }

    private static String table() {
        List<List<String>> lines = SharingTable.lines();
        String rule = "|" + "---|".repeat(HEAD.size());
        String rows = lines.stream().skip(1).map(SharingDocs::line).collect(Collectors.joining("\n"));
        return line(HEAD) + "\n" + rule + "\n" + rows;
    }

    private static String line(List<String> words) {
        return words.stream().map(word -> word.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String reasons() {
        return Arrays.stream(Reason.values())
                .map(reason -> "| `%s` | %s | %s |".formatted(reason, reason.sentence(), reason.nextStep()))
                .collect(Collectors.joining("\n"));
    }

    private static String proposals() {
        return Arrays.stream(Proposal.values())
                .map(one -> "| `%s` | %s | %s |".formatted(one, one.text(), one.isOnByDefault() ? "入" : "切"))
                .collect(Collectors.joining("\n"));
    }

    private static String amounts() {
        String numbers = Arrays.stream(Amount.values())
                .map(one -> "| `%s` | %s | %d | %d〜%d |"
                        .formatted(one, one.text(), one.standard(), one.least(), one.most()))
                .collect(Collectors.joining("\n"));
        return numbers
                + "\n| `CARD_ITEMS` | %s | %s | %s を `+` でつなぐ |"
                        .formatted(
                                CARD_ITEMS,
                                names(Proposals.byDefault().cardItems().stream(), "+"),
                                names(Arrays.stream(CardItem.values()), "、"));
    }

    private static String names(Stream<CardItem> items, String between) {
        return items.map(item -> "`" + item + "`").collect(Collectors.joining(between));
    }

    private static String fixed() {
        return ResourceTable.read("/access/fixed-proposals.csv").stream()
                .skip(1)
                .map(SharingDocs::line)
                .collect(Collectors.joining("\n"));
    }
}
