package kaigo.intake.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import kaigo.api.ApiError;
import kaigo.api.ApiRefusal;
import kaigo.intake.Receipt;
import kaigo.intake.ReceivedFile;
import kaigo.intake.ResultFile;
import kaigo.intake.Results;
import kaigo.intake.Status;
import kaigo.layout.Form;
import kaigo.shared.InsurerViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 登録結果 of 方式①: pages of JSON at any time, the whole P01 as CSV or NDJSON once every record has its result. */
@RestController
@RequestMapping("/v1/insurers/{insurerNumber}/{ifId}/registrations/{receiptNo}/results")
class ResultsApi {

    private static final int PAGE = 100;

    private final Results results;
    private final ResultFile resultFile;

    ResultsApi(Results results, ResultFile resultFile) {
        this.results = results;
        this.resultFile = resultFile;
    }

    /**
     * Which page: path and query of the request.
     *
     * @param after 連番 of the last record of the page before
     */
    record Query(
            String ifId,
            String receiptNo,
            Results.@Nullable Only only,
            @Nullable Integer after,
            @Nullable Integer limit) {}

    @GetMapping
    Lists.ResultPage page(@AuthenticationPrincipal InsurerViewer viewer, Query query) {
        Results.Only only = query.only() == null ? Results.Only.ALL : query.only();
        int after = query.after() == null ? 0 : query.after();
        int limit = query.limit() == null ? PAGE : query.limit();
        RegistrationsApi.requireLength(limit);
        return Receipt.parse(query.receiptNo())
                .flatMap(receipt -> results.findRecords(viewer, receipt, only, after, limit))
                .filter(page -> page.file().interfaceId().equals(query.ifId()))
                .map(page -> Lists.ResultPage.of(page, limit))
                .orElseThrow(() -> new ApiRefusal(ApiError.NOT_FOUND));
    }

    @GetMapping(produces = "text/csv")
    void csv(
            @AuthenticationPrincipal InsurerViewer viewer,
            @PathVariable String ifId,
            @PathVariable String receiptNo,
            HttpServletResponse response)
            throws IOException {
        write(viewer, find(viewer, ifId, receiptNo), Form.CSV, "text/csv;charset=UTF-8", response);
    }

    @GetMapping(produces = "application/x-ndjson")
    void ndjson(
            @AuthenticationPrincipal InsurerViewer viewer,
            @PathVariable String ifId,
            @PathVariable String receiptNo,
            HttpServletResponse response)
            throws IOException {
        write(viewer, find(viewer, ifId, receiptNo), Form.NDJSON, "application/x-ndjson", response);
    }

    private ReceivedFile find(InsurerViewer viewer, String ifId, String receiptNo) {
        return Receipt.parse(receiptNo)
                .flatMap(receipt -> results.findFile(viewer, receipt))
                .filter(found -> found.interfaceId().equals(ifId))
                .orElseThrow(() -> new ApiRefusal(ApiError.NOT_FOUND));
    }

    private void write(
            InsurerViewer viewer, ReceivedFile file, Form form, String mediaType, HttpServletResponse response)
            throws IOException {
        Status status = file.progress().status();
        if (status == Status.RECEIVED || status == Status.WORKING) {
            throw new ApiRefusal(ApiError.RESULTS_NOT_READY);
        }
        response.setContentType(mediaType);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"P01_" + file.receipt() + "." + form.extension() + "\"");
        resultFile.write(viewer, file, form, new LeftOpen(response.getOutputStream()));
        response.flushBuffer();
    }

    /** If writing fails half-way the stream must not be closed: a closed one would look complete to the client. */
    private static final class LeftOpen extends FilterOutputStream {
        LeftOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            // The container closes it after a success, and breaks the connection after a failure.
        }
    }
}
