package kaigo.intake;

import java.util.List;

/** 登録結果の画面: one file, the causes of its errors and warnings, and one page of its records. */
public record ResultPage(ReceivedFile file, List<Cause> causes, List<RecordResult> records) {}
