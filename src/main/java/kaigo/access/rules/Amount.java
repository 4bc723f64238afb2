package kaigo.access.rules;

/**
 * 提案の数: where the sources leave open how long or how often, this system proposes, and an operator can choose otherwise.
 * Never official. {@code docs/proposals.md} is made from this list.
 */
public enum Amount {
    VIEWING_MONTHS_AFTER_CHECK(3, 1, 24, "閲覧有効期限: 本人確認をした月の、何か月後の末日までか"),
    VIEWING_MONTHS_AFTER_CLAIM(3, 1, 24, "閲覧有効期限: 請求が認められたサービス提供月の、何か月後の末日までか"),
    DAYS_WARNED_BEFORE_END(14, 1, 90, "閲覧有効期限の何日前から知らせるか"),
    MONTHS_WITHOUT_CLAIM(2, 1, 12, "サービス提供月から何か月、請求がないと「期限前の再確認」に載せるか"),
    MONTHS_EXPIRED_IN_LIST(6, 1, 60, "閲覧有効期限を過ぎた方を、何か月、利用者一覧に残すか"),
    WRONG_CHECKS_AN_HOUR(5, 1, 100, "1 つの事業所で 1 時間に何回、本人確認を誤ると止めるか"),
    CARD_CHALLENGE_SECONDS(120, 30, 600, "マイナンバーカードの読取りの要求が、何秒で切れるか");

    private final int standard;
    private final int least;
    private final int most;
    private final String text;

    Amount(int standard, int least, int most, String text) {
        this.standard = standard;
        this.least = least;
        this.most = most;
        this.text = text;
    }

    public int standard() {
        return standard;
    }

    public int least() {
        return least;
    }

    public int most() {
        return most;
    }

    public String text() {
        return text;
    }
}
