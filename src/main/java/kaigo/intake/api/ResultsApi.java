package kaigo.intake.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import kaigo.api.ApiError;
import kaigo.api.ApiRefusal;
import kaigo.intake.FileAddress;
import kaigo.intake.ReceivedFile;
import kaigo.intake.ResultFile;
import kaigo.intake.Results;
import kaigo.intake.Results.Section;
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
    Lists.Records page(@AuthenticationPrincipal InsurerViewer viewer, Query query) {
        Results.Only only = query.only() == null ? Results.Only.ALL : query.only();
        int after = query.after() == null ? 0 : query.after();
        int limit = query.limit() == null ? PAGE : query.limit();
        RegistrationsApi.requireLength(limit);
        Section section = new Section(only, after, limit);
        return RegistrationsApi.address(query.ifId(), query.receiptNo())
                .flatMap(address -> results.findRecords(viewer, address, section))
                .map(Lists.Records::of)
                .orElseThrow(() -> new ApiRefusal(ApiError.NOT_FOUND));
    }

    @GetMapping(produces = "text/csv")
    void csv(
            @AuthenticationPrincipal InsurerViewer viewer,
            @PathVariable String ifId,
            @PathVariable String receiptNo,
            HttpServletResponse response)
            throws IOException {
        send(viewer, RegistrationsApi.address(ifId, receiptNo), Form.CSV, response);
    }

    @GetMapping(produces = "application/x-ndjson")
    void ndjson(
            @AuthenticationPrincipal InsurerViewer viewer,
            @PathVariable String ifId,
            @PathVariable String receiptNo,
            HttpServletResponse response)
            throws IOException {
        send(viewer, RegistrationsApi.address(ifId, receiptNo), Form.NDJSON, response);
    }

    private void send(InsurerViewer viewer, Optional<FileAddress> address, Form form, HttpServletResponse response)
            throws IOException {
        FileAddress asked = address.orElseThrow(() -> new ApiRefusal(ApiError.NOT_FOUND));
        switch (resultFile.send(viewer, asked, form, file -> open(file, form, response))) {
            case WHOLE -> response.flushBuffer();
            case NOT_READY -> throw new ApiRefusal(ApiError.RESULTS_NOT_READY);
            case ABSENT -> throw new ApiRefusal(ApiError.NOT_FOUND);
        }
    }

    private static OutputStream open(ReceivedFile file, Form form, HttpServletResponse response) throws IOException {
        response.setContentType(form == Form.CSV ? "text/csv;charset=UTF-8" : "application/x-ndjson");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"P01_" + file.receipt() + "." + form.extension() + "\"");
        return new LeftOpen(response.getOutputStream());
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
