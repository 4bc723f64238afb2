package kaigo.opinion.web;

import java.util.List;
import kaigo.opinion.FeeTables.Dated;
import org.jspecify.annotations.Nullable;

/** 意見書作成料の設定 of a municipality. */
public record FeePage(
        List<Dated> tables, FeeForm form, @Nullable String message) {

    static final String PATH = RequestPage.PATH + "/fees";

    public boolean isWrong() {
        return form.isWrong();
    }
}
