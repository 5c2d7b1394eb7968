package main

import (
	"encoding/json"
	"errors"
	"fmt"
)

// arguments are those of one call; what the operation takes is removed, so that what it does not know shows.
type arguments struct {
	headers, query map[string]json.RawMessage
	body           json.RawMessage
	err            error
}

func give[T any](given *arguments, from map[string]json.RawMessage, name string, take func(T)) {
	written, present := from[name]
	if !present {
		return
	}
	delete(from, name)
	var value T
	if err := json.Unmarshal(written, &value); err != nil {
		given.err = fmt.Errorf("%s: %w", name, err)
		return
	}
	take(value)
}

func giveBody[T any](given *arguments, take func(T)) {
	if given.body == nil {
		return
	}
	var value T
	if err := json.Unmarshal(given.body, &value); err != nil {
		given.err = fmt.Errorf("body: %w", err)
		return
	}
	given.body = nil
	take(value)
}

func (given *arguments) check() error {
	for name := range given.headers {
		return errors.New("no header " + name)
	}
	for name := range given.query {
		return errors.New("no parameter " + name)
	}
	if given.err == nil && given.body != nil {
		return errors.New("no body")
	}
	return given.err
}
