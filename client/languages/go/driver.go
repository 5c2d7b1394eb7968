// Makes the calls that it reads, a line each, with the generated client, and writes what it got from it, a line each.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"
	"strings"

	erpsync "erpsync.dev/client"
)

type call struct {
	BaseURL   string                     `json:"baseUrl"`
	Operation string                     `json:"operation"`
	Auth      auth                       `json:"auth"`
	Headers   map[string]json.RawMessage `json:"headers"`
	Query     map[string]json.RawMessage `json:"query"`
	Body      json.RawMessage            `json:"body"`
}

type auth struct {
	Scheme, User, Password, Ticket, Token string
}

type answer struct {
	Status  int    `json:"status,omitempty"`
	Body    any    `json:"body,omitempty"`
	Error   any    `json:"error,omitempty"`
	Failure string `json:"failure,omitempty"`
}

func main() {
	lines := bufio.NewReader(os.Stdin)
	answers := json.NewEncoder(os.Stdout)
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 0 {
			if err := answers.Encode(answerTo(line)); err != nil {
				panic(err)
			}
		}
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			panic(err)
		}
	}
}

func answerTo(line []byte) answer {
	var asked call
	if err := json.Unmarshal(line, &asked); err != nil {
		return failure(err)
	}
	operation, known := operations[asked.Operation]
	if !known {
		return failure(errors.New("no operation " + asked.Operation))
	}
	value, response, err := operation(asked.Auth.in(context.Background()), erpsync.Connect(asked.BaseURL), &arguments{
		headers: asked.Headers, query: asked.Query, body: asked.Body})
	var answered *erpsync.GenericOpenAPIError
	switch {
	case err == nil:
		return answer{Status: response.StatusCode, Body: value}
	case response != nil && errors.As(err, &answered) && answered.Model() != nil:
		return answer{Status: response.StatusCode, Error: answered.Model()}
	default:
		return failure(err)
	}
}

func (with auth) in(ctx context.Context) context.Context {
	switch with.Scheme {
	case "Basic":
		return erpsync.WithBasic(ctx, with.User, with.Password)
	case "SoTicket":
		return erpsync.WithSoTicket(ctx, with.Ticket)
	case "Bearer":
		return erpsync.WithBearer(ctx, with.Token)
	default:
		return ctx
	}
}

func failure(err error) answer {
	return answer{Failure: strings.Join(strings.Fields(err.Error()), " ")}
}

func result[T any](value T, response *http.Response, err error) (any, *http.Response, error) {
	return value, response, err
}

func noResult(response *http.Response, err error) (any, *http.Response, error) {
	return nil, response, err
}
